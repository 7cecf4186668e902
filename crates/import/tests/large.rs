//! A file as large as those of large publishers.

mod support;

use std::fmt::Write as _;
use support::dataset;

#[test]
fn a_file_of_3500_activities_with_6000_locations_is_read_whole() {
    let mut xml = String::from("<iati-activities version=\"2.03\">\n");
    for at in 0..3_500_u32 {
        let _ = write!(
            xml,
            "<iati-activity xml:lang=\"en\" default-currency=\"USD\"><iati-identifier>XX-{at}</iati-identifier>\
             <title><narrative>Activity number {at} of a large publisher</narrative></title>\
             <recipient-country code=\"SN\"/><sector code=\"{}0{}0\"/>",
            11 + at % 5,
            at % 7
        );
        for place in 0..(if at < 2_500 { 2 } else { 1 }) {
            let (north, east) = (
                f64::from(at) / 100.0,
                1.0 + f64::from(place) + f64::from(at % 90),
            );
            let _ = write!(
                xml,
                "<location><name><narrative>Place {at}-{place}</narrative></name>\
                 <point><pos>{north} {east}</pos></point><exactness code=\"1\"/></location>"
            );
        }
        for paid in 0..6 {
            let _ = write!(
                xml,
                "<transaction><transaction-type code=\"{}\"/><transaction-date iso-date=\"20{:02}-05-01\"/>\
                 <value>{paid}{at}</value></transaction>",
                2 + paid % 3,
                10 + paid
            );
        }
        xml.push_str("</iati-activity>\n");
    }
    xml.push_str("</iati-activities>");
    let start = std::time::Instant::now();
    let (dataset, report) = dataset("large.xml", xml.as_bytes());
    println!(
        "{} bytes and the checks in {:?}",
        xml.len(),
        start.elapsed()
    );
    assert_eq!(dataset.records.len(), 3_500 * 7);
    let points = dataset
        .places
        .iter()
        .filter(|place| place.coordinates.is_some());
    assert_eq!(points.count(), 6_000);
    assert_eq!(report.findings.len(), 1, "{report:?}");
}
