//! A lane's name beside its rows, on two lines where it is long.

use model::{Lang, width};

/// So much fits on a line, in Latin letters.
const LINE: usize = 14;

/// The name, broken where its halves are most alike: at a blank, or between
/// letters that are written without any. ECharts breaks within words.
pub(super) fn lane_name(lang: Lang, name: &str) -> String {
    let whole = width(lang, name);
    if whole <= LINE {
        return name.to_owned();
    }
    let blanks = name
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace());
    let mut breaks: Vec<(usize, usize)> = blanks
        .map(|(at, letter)| (at, at + letter.len_utf8()))
        .collect();
    let is_written_without = name.chars().count() < whole;
    if breaks.is_empty() && is_written_without {
        breaks = name
            .char_indices()
            .skip(1)
            .map(|(at, _)| (at, at))
            .collect();
    }
    let uneven = |(end, start): &(usize, usize)| {
        let (first, second) = (width(lang, &name[..*end]), width(lang, &name[*start..]));
        first.abs_diff(second)
    };
    match breaks.into_iter().min_by_key(uneven) {
        Some((end, start)) => format!("{}\n{}", &name[..end], &name[start..]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::lane_name;
    use model::Lang;

    #[test]
    fn a_long_name_has_two_lines_and_no_word_is_broken() {
        let said = |name| lane_name(Lang::EN, name);
        assert_eq!(said("Health"), "Health");
        assert_eq!(said("Training, exchange"), "Training,\nexchange");
        assert_eq!(
            said("Agriculturalextensionservices"),
            "Agriculturalextensionservices"
        );
        assert_eq!(said("Farming and herding"), "Farming\nand herding");
        assert_eq!(
            lane_name(Lang::ZH, "农牧业与乡村产业发展"),
            "农牧业与乡\n村产业发展"
        );
        assert_eq!(said("المدارس"), "المدارس");
    }
}
