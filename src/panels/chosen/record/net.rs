//! The relations of a record, drawn in layers round it.

use crate::browser::keys::pressed;
use crate::state::Store;
use crate::ui::phrase;
use charts::{Joint, NET_SIZE, Net, Node, net};
use leptos::prelude::*;
use leptos::svg::G;
use model::{Basis, Lang, RecordIx, RelationKind, Target};
use text::Phrase;

/// The radius of a sign, and of what a finger has to meet.
const SIGN: f64 = 7.0;
const TARGET: f64 = 12.5;

/// What a record stands in relation to; of one relation a drawing says no more than the
/// list.
pub fn drawn(store: Store, ix: RecordIx) -> Option<AnyView> {
    let net = net(store.dataset(), ix);
    (net.nodes.len() > 2).then(|| drawing(store, net))
}

/// The drawing, and below it the name of what is pointed at.
fn drawing(store: Store, net: Net) -> AnyView {
    let lang = store.lang().get_untracked();
    // Where nothing stands the drawing has no room to show.
    let down = net.nodes.iter().map(|node| node.y);
    let top = down.clone().fold(f64::INFINITY, f64::min) - TARGET - 2.0;
    let high = down.fold(0.0, f64::max) + TARGET + 2.0 - top;
    let wide = NET_SIZE.0;
    let pointed = RwSignal::new(None::<Phrase>);
    let lines = net.nodes.iter().filter_map(|node| {
        let joint = node.joined?;
        Some(line(node, joint, net.nodes.get(joint.to)?))
    });
    let lines = lines.collect_view();
    let others: Vec<Node> = net
        .nodes
        .iter()
        .copied()
        .filter(|node| node.layer > 0)
        .collect();
    let refs: Vec<NodeRef<G>> = others.iter().map(|_| NodeRef::new()).collect();
    let signs = others
        .iter()
        .zip(&refs)
        .enumerate()
        .map(|(at, (node, element))| sign(store, node, *element, (at == 0, pointed)));
    let signs = signs.collect_view();
    let middle = net.nodes.first().map(|node| {
        let color = color(store, node.target);
        view! {
            <circle cx=node.x cy=node.y r=SIGN + 4.0 class="ring" />
            <circle cx=node.x cy=node.y r=SIGN fill=color />
        }
    });
    // One stop of the Tab key; arrows go round.
    let step = move |event: web_sys::KeyboardEvent| {
        let by = match pressed(&event).as_deref() {
            Some("ArrowRight" | "ArrowDown") => 1,
            Some("ArrowLeft" | "ArrowUp") => refs.len() - 1,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let is_focused = |element: &NodeRef<G>| {
            let now = document().active_element();
            element
                .get_untracked()
                .is_some_and(|e| now.is_some_and(|now| now.is_same_node(Some(&e))))
        };
        let at = refs.iter().position(is_focused).unwrap_or_default();
        if let Some(next) = refs
            .get((at + by) % refs.len())
            .and_then(NodeRef::get_untracked)
        {
            // What cannot take the focus leaves it where it is.
            let _ = next.focus();
        }
    };
    let more = (net.more > 0).then(|| view! { " " {text::net_more(lang)} });
    view! {
        <figure class="net">
            <svg
                viewBox=format!("0 {top:.0} {wide} {high:.0}")
                role="group"
                aria-label=text::net_label(lang, others.len())
                on:keydown=step
            >
                {lines}
                {middle}
                {signs}
            </svg>
            <figcaption>
                <p class="pointed">
                    {move || match pointed.get() {
                        Some(name) => phrase(lang, &name),
                        None => view! { <span class="hint">{text::net_point(lang)}</span> }.into_any(),
                    }}
                </p>
                <p class="hint">{text::net_hint(lang)}{more}</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn line(node: &Node, joint: Joint, to: &Node) -> impl IntoView + use<> {
    let class = match (joint.kind, joint.basis) {
        (RelationKind::Overlaps, Basis::Stated) => "beside",
        (RelationKind::Overlaps, Basis::Inferred) => "beside read",
        (RelationKind::SameAs, _) => "same",
        (_, Basis::Stated) => "",
        (_, Basis::Inferred) => "read",
    };
    view! { <line x1=node.x y1=node.y x2=to.x y2=to.y class=class /> }
}

/// What opens on a press: a record. A derived figure has its formula in the list.
fn sign(
    store: Store,
    node: &Node,
    element: NodeRef<G>,
    (is_first, pointed): (bool, RwSignal<Option<Phrase>>),
) -> AnyView {
    let lang = store.lang().get_untracked();
    let (name, figure) = said(store, lang, node.target);
    let told = node
        .joined
        .map(|joint| text::names::relation(lang, joint.kind));
    let label = text::labelled(lang, told.unwrap_or_default(), &name.text(lang));
    let shown = match figure {
        Some(figure) => Phrase::put([figure, name], |[figure, name]| {
            text::in_brackets(lang, figure, name)
        }),
        None => name,
    };
    let target = node.target;
    let color = color(store, target);
    let open = move || {
        if let Target::Record(ix) = target {
            store.open(ix);
        }
    };
    let (x, y) = (node.x, node.y);
    let drawn = match target {
        Target::Record(_) => view! { <circle cx=x cy=y r=SIGN fill=color /> }.into_any(),
        Target::Derived(_) => {
            let corner = (x - SIGN + 1.0, y - SIGN + 1.0);
            let side = 2.0 * (SIGN - 1.0);
            view! { <rect x=corner.0 y=corner.1 width=side height=side class="derived" /> }
                .into_any()
        }
    };
    let point = shown.clone();
    let focus = shown;
    view! {
        <g
            node_ref=element
            role=if matches!(target, Target::Record(_)) { "button" } else { "img" }
            tabindex=if is_first { "0" } else { "-1" }
            aria-label=label
            on:pointerenter=move |_| pointed.set(Some(point.clone()))
            on:focus=move |_| pointed.set(Some(focus.clone()))
            on:click=move |_| open()
            on:keydown=move |event| {
                if matches!(pressed(&event).as_deref(), Some("Enter" | " ")) {
                    event.prevent_default();
                    open();
                }
            }
        >
            <circle cx=x cy=y r=TARGET class="target" />
            {drawn}
        </g>
    }
    .into_any()
}

fn color(store: Store, target: Target) -> &'static str {
    match target {
        Target::Record(ix) => {
            let sector = store.dataset().record(ix).sector;
            store.setting().theme.sector(sector)
        }
        Target::Derived(_) => "none",
    }
}

/// The name of something, and its first figure.
fn said(store: Store, lang: Lang, target: Target) -> (Phrase, Option<Phrase>) {
    let dataset = store.dataset();
    match target {
        Target::Record(ix) => {
            let record = dataset.record(ix);
            let figure = record.values.first();
            let figure = figure.map(|value| text::qualified_parts(lang, value, dataset));
            (Phrase::of(lang, &record.title), figure)
        }
        Target::Derived(ix) => match dataset.derived.get(ix.at()) {
            Some(derived) => {
                let figure = text::formula::result(lang, derived, dataset);
                (Phrase::of(lang, &derived.title), Some(figure))
            }
            None => (Phrase::default(), None),
        },
    }
}
