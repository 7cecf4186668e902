//! The code that an editor pastes.

use crate::browser::window::beside;
use model::{Dataset, Lang};
use view::{Data, Embed, Origin, Scheme, ViewState, encode, labels_word};

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// What of a view no other attribute says.
fn rest(view: &ViewState, dataset: &Dataset) -> ViewState {
    let plain = ViewState::of(dataset);
    let measure = match view.telling {
        Some(_) => view.measure,
        None => plain.measure,
    };
    ViewState {
        origin: Origin {
            edition: view.origin.edition.clone(),
            ..Origin::default()
        },
        telling: view.telling,
        filter: view.filter.clone(),
        measure,
        sort: view.sort,
        sides: view.sides,
        compared: view.compared.clone(),
        compared_by: view.compared_by,
        focus: view.telling.and(view.focus.clone()),
        ..plain
    }
}

/// The snippet of a plain frame.
pub fn iframe(link: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" style=\"border:0\"></iframe>",
        escape(link),
        escape(title)
    )
}

/// The snippet of the custom element, in which stands what readers see who have no
/// scripts, as of feeds and letters; without a height it fits its content.
pub fn custom_element(
    view: &ViewState,
    dataset: &Dataset,
    lang: Lang,
    (title, link): (&str, &str),
    height: Option<u32>,
) -> String {
    let rest = rest(view, dataset);
    let mut attributes = vec![(
        "view",
        view.embed
            .map(|embed| embed.word(dataset))
            .unwrap_or_default(),
    )];
    let mut put = |name, value: String| {
        if !value.is_empty() {
            attributes.push((name, value));
        }
    };
    let word = |data: &Option<Data>| data.as_ref().map(Data::word).unwrap_or_default();
    put("data", word(&view.origin.data));
    put("columns", view.origin.columns.clone().unwrap_or_default());
    put("places", word(&view.origin.places));
    put("filters", encode(&rest, dataset));
    if view.measure != query::Measure::default_of(dataset) {
        put("measure", view.measure.word(dataset).to_owned());
    }
    put(
        "lang",
        view.lang
            .map(|lang| lang.tag().to_owned())
            .unwrap_or_default(),
    );
    if view.scheme != Scheme::System {
        put("scheme", view.scheme.word().to_owned());
    }
    let controls = view
        .controls
        .iter()
        .flatten()
        .map(|c| c.word())
        .collect::<Vec<_>>()
        .join(",");
    put(
        "controls",
        if controls.is_empty() {
            "none".to_owned()
        } else {
            controls
        },
    );
    put("labels", labels_word(&view.labels, dataset));
    put("height", height.map(|h| h.to_string()).unwrap_or_default());
    put("title", title.to_owned());
    let written: String = attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", escape(value)))
        .collect();
    let script = beside("embed.js");
    format!(
        "<script src=\"{}\" async></script>\n<aid-atlas{written}><a href=\"{}\">{}</a></aid-atlas>",
        escape(&script),
        escape(link),
        still(view, dataset, lang).map_or_else(
            || escape(title),
            |file| format!(
                "<img src=\"{}\" alt=\"{}\" style=\"max-width:100%\">",
                escape(&beside(&file)),
                escape(title)
            )
        )
    )
}

/// The picture of the view that the build has made, if it shows the same: the
/// built-in dataset's, without choices. Letters take no SVG; of Chinese words there
/// is nothing else.
fn still(view: &ViewState, dataset: &Dataset, lang: Lang) -> Option<String> {
    let embed = view.embed?;
    let plain = ViewState {
        lang: view.lang,
        scheme: view.scheme,
        controls: view.controls.clone(),
        sort: view.sort,
        embed: view.embed,
        ..ViewState::of(dataset)
    };
    if *view != plain {
        return None;
    }
    let of = match embed {
        Embed::All => Embed::VIEW.to_owned(),
        Embed::Chart(chart) => dataset.chart(chart).id.clone(),
        Embed::View | Embed::Map | Embed::Timeline => embed.word(dataset),
        // Words and figures, which are no picture.
        Embed::Table | Embed::Comparison | Embed::Coverage | Embed::Checks | Embed::Record(_) => {
            return None;
        }
    };
    let own = text::own_language(view.lang.unwrap_or(lang)).primary();
    let ending = if own == Lang::ZH { "svg" } else { "png" };
    Some(format!("stills/{of}.{own}.{ending}"))
}
