//! What a link to a view is called, and what it shows.

use super::{filters, names};
use model::{Dataset, Lang};
use query::Selection;
use view::{Embed, Panel, ViewState};

/// "Map – the programme’s name".
#[must_use]
pub fn title(lang: Lang, view: &ViewState, dataset: &Dataset) -> String {
    let whole = dataset.title.get(lang);
    let lit = view.focus.as_ref();
    let lit = lit.map(|focus| names::focus(lang, focus, dataset).text(lang));
    if let Some(telling) = view.telling {
        let step = telling.told(dataset).title.get(lang);
        return super::page_title(lang, step, dataset.story(telling.story).title.get(lang));
    }
    let part = match (view.record, view.embed, view.panel) {
        (None, None, _) if view.about => super::about(lang),
        (Some(record), ..) | (None, Some(Embed::Record(record)), _) => {
            dataset.record(record).title.get(lang)
        }
        (None, Some(Embed::Chart(chart)), _) => {
            &super::chart::title(lang, chart, dataset).text(lang)
        }
        (None, Some(Embed::Map), _) => super::map(lang),
        (None, Some(Embed::Timeline), _) => super::timeline(lang),
        (None, Some(Embed::Table), _) => super::table(lang),
        (None, Some(Embed::Coverage), _) => super::coverage_title(lang),
        (None, Some(Embed::Comparison), _) => super::comparison_title(lang),
        (None, Some(Embed::Checks), _) => super::checks_title(lang),
        (None, Some(Embed::All | Embed::View), _) | (None, None, Panel::All) => match &lit {
            Some(lit) => lit,
            None => return whole.to_owned(),
        },
        (None, None, panel) => names::panel(lang, panel),
    };
    super::page_title(lang, part, whole)
}

/// "12 of 104 records. Place: Damxung. 1994 to 2018, as ...".
#[must_use]
pub fn description(
    lang: Lang,
    view: &ViewState,
    dataset: &Dataset,
    selected: &Selection,
) -> String {
    if let Some(record) = view.record {
        return dataset.record(record).note.get(lang).to_owned();
    }
    let mut sentences = vec![super::period::counted(
        lang,
        selected,
        dataset.records.len(),
    )];
    sentences.extend(
        filters::parts(lang, dataset, &view.filter)
            .iter()
            .map(|part| part.words(lang).text(lang)),
    );
    sentences.push(dataset.summary.get(lang).to_owned());
    sentences.join(super::sentence_separator(lang))
}
