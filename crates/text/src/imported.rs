//! What an importer left out or guessed, and why a file is refused, in words.

use ::words as fixed;
use import::{Delimiter, Field, Finding, FindingKind as Kind, Format, Refused, Where};
use model::Lang;

/// "dates that are none; they are left out: 3".
#[must_use]
pub fn finding(lang: Lang, finding: &Finding) -> String {
    super::labelled(lang, &kind(lang, &finding.kind), &finding.count.to_string())
}

/// "line 12 · XX-1 · activity-date · “2019-06-31”".
#[must_use]
pub fn place(lang: Lang, place: &Where) -> String {
    let line = (place.line > 0).then(|| fixed::imported_line(lang, &place.line.to_string()));
    let found = (!place.found.is_empty()).then(|| fixed::imported_found(lang, &place.found));
    let parts = [Some(&place.item), Some(&place.field)];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let all: Vec<String> = line
        .into_iter()
        .chain(parts.cloned())
        .chain(found)
        .collect();
    all.join(" · ")
}

/// Why nothing of a file is shown.
#[must_use]
pub fn refused(lang: Lang, why: &Refused) -> String {
    match why {
        Refused::Empty => fixed::imported_empty(lang).to_owned(),
        Refused::UnknownFormat => fixed::imported_unknown(lang).to_owned(),
        Refused::Html => fixed::imported_html(lang).to_owned(),
        Refused::Unreadable { line: 0, why, .. } => fixed::imported_unreadable_somewhere(lang, why),
        Refused::Unreadable { line, column, why } => {
            fixed::imported_unreadable(lang, &column.to_string(), &line.to_string(), why)
        }
        Refused::NothingToShow(of) => fixed::imported_nothing(lang, format(lang, *of)),
        Refused::TooMany { most } => fixed::imported_too_many(lang, &most.to_string()),
    }
}

/// What a kind of file is called.
#[must_use]
pub fn format(lang: Lang, format: Format) -> &'static str {
    match format {
        Format::AidAtlas => fixed::format_aid_atlas(lang),
        Format::Iati => fixed::format_iati(lang),
        Format::Csv => fixed::format_csv(lang),
        Format::GeoJson => fixed::format_geojson(lang),
    }
}

/// What a column may hold, as a name.
#[must_use]
pub fn field(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Id => fixed::field_id(lang),
        Field::Title => fixed::field_title(lang),
        Field::Note => fixed::field_note(lang),
        Field::Kind => fixed::field_kind(lang),
        Field::Sector => fixed::field_sector(lang),
        Field::SectorCode => fixed::field_sector_code(lang),
        Field::Place => fixed::field_place(lang),
        Field::Country => fixed::field_country(lang),
        Field::Latitude => fixed::field_latitude(lang),
        Field::Longitude => fixed::field_longitude(lang),
        Field::Point => fixed::field_point(lang),
        Field::Precision => fixed::field_precision(lang),
        Field::Time => fixed::field_time(lang),
        Field::Start => fixed::field_start(lang),
        Field::End => fixed::field_end(lang),
        Field::Amount => fixed::field_amount(lang),
        Field::Number => fixed::field_number(lang),
        Field::Percent => fixed::field_percent(lang),
        Field::Adds => fixed::field_adds(lang),
        Field::Currency => fixed::field_currency(lang),
        Field::Indicator => fixed::field_indicator(lang),
        Field::ValueDate => fixed::field_value_date(lang),
        Field::Funding => fixed::field_funding(lang),
        Field::Accountable => fixed::field_accountable(lang),
        Field::Extending => fixed::field_extending(lang),
        Field::Implementing => fixed::field_implementing(lang),
        Field::Participating => fixed::field_participating(lang),
        Field::Link => fixed::field_link(lang),
        Field::Ignored => fixed::field_ignored(lang),
    }
}

/// What parts columns, as a name.
#[must_use]
pub fn delimiter(lang: Lang, delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => fixed::delimiter_comma(lang),
        Delimiter::Semicolon => fixed::delimiter_semicolon(lang),
        Delimiter::Tab => fixed::delimiter_tab(lang),
        Delimiter::Bar => fixed::delimiter_bar(lang),
    }
}

fn kind(lang: Lang, kind: &Kind) -> String {
    let word = match kind {
        Kind::BrokenOff(why) => return fixed::imported_broken_off(lang, why),
        Kind::NotInEncoding(name) => return fixed::imported_not_in_encoding(lang, name),
        Kind::UnknownEncoding(name) => return fixed::imported_unknown_encoding(lang, name),
        Kind::LanguageGuessed(name) => return fixed::imported_language_guessed(lang, name),
        Kind::DateOfFile(date) => return fixed::imported_date_of_file(lang, date),
        Kind::DateOfReading(date) => return fixed::imported_date_of_reading(lang, date),
        Kind::DateUnknown(date) => return fixed::imported_date_unknown(lang, date),
        Kind::EncodingGuessed(name) => return fixed::imported_encoding_guessed(lang, name),
        Kind::DelimiterGuessed(sign) => {
            return fixed::imported_delimiter_guessed(lang, delimiter(lang, *sign));
        }
        Kind::ColumnGuessed(of) => return fixed::imported_column_guessed(lang, field(lang, *of)),
        Kind::RowsDiffer(of) => return fixed::imported_rows_differ(lang, field(lang, *of)),
        Kind::TooManyNames(of) => return fixed::imported_too_many_names(lang, field(lang, *of)),
        Kind::Multiplied(power) => return fixed::imported_multiplied(lang, &power.to_string()),
        Kind::NoPointGeometry(of) if of.is_empty() => fixed::imported_unknown_geometry,
        Kind::ShapePoint(of) => return fixed::imported_shape_point(lang, of),
        Kind::NoPointGeometry(of) => return fixed::imported_no_point_geometry(lang, of),
        Kind::DecimalsGuessed(true) => fixed::imported_decimals_comma,
        Kind::DecimalsGuessed(false) => fixed::imported_decimals_point,
        Kind::Entity => fixed::imported_entity,
        Kind::UnknownVersion => fixed::imported_unknown_version,
        Kind::MixedVersions => fixed::imported_mixed_versions,
        Kind::Foreign => fixed::imported_foreign,
        Kind::NoId => fixed::imported_no_id,
        Kind::IdTwice => fixed::imported_id_twice,
        Kind::NoTitle => fixed::imported_no_title,
        Kind::BadLanguage => fixed::imported_bad_language,
        Kind::NoDate => fixed::imported_no_date,
        Kind::BadDate => fixed::imported_bad_date,
        Kind::EndsBeforeItBegins => fixed::imported_ends_before_it_begins,
        Kind::NoAmount => fixed::imported_no_amount,
        Kind::BadAmount => fixed::imported_bad_amount,
        Kind::AmountGuessed => fixed::imported_amount_guessed,
        Kind::NoCurrency => fixed::imported_no_currency,
        Kind::BadCurrency => fixed::imported_bad_currency,
        Kind::UnknownTransaction => fixed::imported_unknown_transaction,
        Kind::OverlappingTimes => fixed::imported_overlapping_times,
        Kind::TooManyAtOnce => fixed::imported_too_many_at_once,
        Kind::PlannedTwice => fixed::imported_planned_twice,
        Kind::SeveralLevels => fixed::imported_several_levels,
        Kind::NotInFile => fixed::imported_not_in_file,
        Kind::Circle => fixed::imported_circle,
        Kind::PercentSum => fixed::imported_percent_sum,
        Kind::BadPercent => fixed::imported_bad_percent,
        Kind::BadPoint => fixed::imported_bad_point,
        Kind::OffEarth => fixed::imported_off_earth,
        Kind::PointAtZero => fixed::imported_point_at_zero,
        Kind::OtherSectors => fixed::imported_other_sectors,
        Kind::TextTwice => fixed::imported_text_twice,
        Kind::TextCut => fixed::imported_text_cut,
        Kind::BadAddress => fixed::imported_bad_address,
        Kind::AboveHeads => fixed::imported_above_heads,
        Kind::HeadEmpty => fixed::imported_head_empty,
        Kind::HeadTwice => fixed::imported_head_twice,
        Kind::Ragged => fixed::imported_ragged,
        Kind::ColumnLeftOut => fixed::imported_column_left_out,
        Kind::DayFirstGuessed => fixed::imported_day_first_guessed,
        Kind::DateOrderMixed => fixed::imported_date_order_mixed,
        Kind::SerialDate => fixed::imported_serial_date,
        Kind::RowsMerged => fixed::imported_rows_merged,
        Kind::ValueRepeated => fixed::imported_value_repeated,
        Kind::TimesJoined => fixed::imported_times_joined,
        Kind::PlacesUneven => fixed::imported_places_uneven,
        Kind::PointTurned => fixed::imported_point_turned,
        Kind::CurrencyNotStated => fixed::imported_currency_not_stated,
        Kind::SeveralSectors => fixed::imported_several_sectors,
        Kind::BadFeature => fixed::imported_bad_feature,
        Kind::NoGeometry => fixed::imported_no_geometry,
        Kind::NotANumber => fixed::imported_not_a_number,
        Kind::OwnTable => fixed::imported_own_table,
        Kind::RelationLost => fixed::imported_relation_lost,
        Kind::PlaceUnused => fixed::imported_place_unused,
        Kind::PlaceTwice => fixed::imported_place_twice,
    };
    word(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_what_how_many_and_where() {
        let at = Where::line(12)
            .of("XX-1")
            .at("activity-date")
            .found("2019-06-31");
        let words = place(Lang::EN, &at);
        assert_eq!(words, "line 12 · XX-1 · activity-date · “2019-06-31”");
        assert_eq!(place(Lang::ZH, &Where::line(3)), "第 3 行");
        let bad = Finding {
            kind: Kind::BadDate,
            count: 3,
            places: vec![at],
        };
        let words = finding(Lang::EN, &bad);
        assert_eq!(words, "dates that are none; they are left out: 3");
    }

    #[test]
    fn a_refusal_says_why() {
        let why = |line| Refused::Unreadable {
            line,
            column: 7,
            why: "no end".to_owned(),
        };
        let words = refused(Lang::EN, &why(4));
        assert_eq!(words, "it cannot be read at column 7 of line 4: no end");
        assert_eq!(refused(Lang::EN, &why(0)), "it cannot be read: no end");
        let words = refused(Lang::ZH, &Refused::NothingToShow(Format::Iati));
        assert_eq!(words, "属于 IATI 活动，但没有可以显示的内容");
    }
}
