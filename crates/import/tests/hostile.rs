//! No bytes make an importer panic, and what it makes is a dataset.

mod support;

use proptest::prelude::*;
use support::read;

const FILES: [&[u8]; 4] = [
    include_bytes!("files/iati-2.xml"),
    include_bytes!("files/iati-1.xml"),
    include_bytes!("files/iati-levels.xml"),
    include_bytes!("files/iati-entities.xml"),
];

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(imported) = read("any.xml", bytes)
        && imported.format == import::Format::Iati
    {
        let loaded = model::parse(&imported.json);
        let loaded = loaded.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        prop_assert_eq!(loaded.problems, vec![]);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
    }

    #[test]
    fn a_file_with_bytes_changed_is_read_or_refused(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = FILES[file].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        check(&bytes)?;
    }

    #[test]
    fn values_of_any_letters_are_read_or_named(
        words in "\\PC{0,40}", number in "[-+0-9., eE]{0,12}", date in "[0-9T:Z-]{0,12}", code in "\\PC{0,6}",
    ) {
        let safe = |text: &str| text.replace(['<', '&', '"'], "");
        let (words, code) = (safe(&words), safe(&code));
        let xml = format!(
            "<iati-activities><iati-activity default-currency=\"{code}\" xml:lang=\"{code}\" hierarchy=\"{number}\">\
             <iati-identifier>{words}</iati-identifier><title><narrative xml:lang=\"{code}\">{words}</narrative></title>\
             <recipient-country code=\"{code}\" percentage=\"{number}\">{words}</recipient-country>\
             <sector vocabulary=\"{code}\" code=\"{code}\" percentage=\"{number}\"/>\
             <location><name>{words}</name><point><pos>{number} {number}</pos></point></location>\
             <participating-org ref=\"{code}\">{words}</participating-org>\
             <activity-date type=\"1\" iso-date=\"{date}\"/><activity-date type=\"4\">{date}</activity-date>\
             <transaction><transaction-type code=\"{code}\"/><transaction-date iso-date=\"{date}\"/>\
             <value currency=\"EUR\" value-date=\"{date}\">{number}</value></transaction>\
             <budget><period-start iso-date=\"{date}\"/><value currency=\"EUR\">{number}</value></budget>\
             <budget><period-end iso-date=\"{date}\"/><value currency=\"EUR\">{number}</value></budget>\
             </iati-activity></iati-activities>"
        );
        check(xml.as_bytes())?;
    }
}

#[test]
fn deep_and_wide_files_end() {
    let deep = "<a>".repeat(50_000);
    let deep = format!("<iati-activities><iati-activity>{deep}");
    assert!(read("deep.xml", deep.as_bytes()).is_err());
    let wide = "<budget><value currency=\"EUR\">1</value></budget>".repeat(3_000);
    let wide = format!("<iati-activities><iati-activity>{wide}</iati-activity></iati-activities>");
    assert!(read("wide.xml", wide.as_bytes()).is_ok());
}
