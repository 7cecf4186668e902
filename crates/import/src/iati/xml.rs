//! Elements of one activity at a time, so that a file of any length takes the
//! memory of its longest activity.

use crate::report::Findings;
use crate::{FindingKind, Where};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// How deep elements are read; IATI needs 6.
const DEEPEST: usize = 24;

/// How many letters of one element's text are kept.
const LONGEST: usize = 20_000;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct Node {
    /// Its name, without a namespace.
    pub name: String,
    /// The line on which it starts.
    pub line: u64,
    attributes: Vec<(String, String)>,
    /// Its own text.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Self>,
}

impl Node {
    /// An attribute's value without blanks around it, unless it is empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        let value = all.find(|(of, _)| of == name)?.1.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The elements of that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element of that name.
    pub fn one(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Its own text without blanks around it, unless it is empty.
    pub fn words(&self) -> Option<&str> {
        let text = self.text.trim();
        (!text.is_empty()).then_some(text)
    }
}

/// What a reader of a file is told.
pub enum Met<'a> {
    /// The element that holds the activities begins.
    Root(Node, &'a mut Findings),
    /// An activity stands whole.
    Activity(Node, &'a mut Findings),
}

/// Where and why reading stopped before the end.
#[derive(Debug)]
pub struct Stop {
    /// The line.
    pub line: u64,
    /// The byte on that line, from 1.
    pub column: u64,
    /// What is wrong.
    pub why: String,
}

/// Reads all activities of a text; `met` says of each how many bytes are read.
/// What a document type declares is passed over: no entity is expanded, and
/// nothing outside of the file is asked for.
pub fn read(
    text: &str,
    findings: &mut Findings,
    mut met: impl FnMut(Met<'_>, usize),
) -> Result<(), Stop> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.trim_markup_names_in_closing_tags = true;
    let mut lines = Lines::new(text);
    let mut open: Vec<Node> = Vec::new();
    let mut depth = 0_usize;
    // How many elements are open in one that is left out.
    let mut left_out = 0_usize;
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let event = event.map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(at);
            lines.stop(at, error.to_string())
        })?;
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Eof if depth > 0 => return Err(lines.stop(at, "an element is left open".into())),
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) => {
                let line = lines.line(at);
                depth += usize::from(!empty);
                if left_out > 0 {
                    left_out += usize::from(!empty);
                    continue;
                }
                let node = node(&tag, line, findings);
                let is_activity = node.name == "iati-activity";
                if is_foreign(&tag, &node, open.is_empty()) {
                    let id = open
                        .first()
                        .and_then(|activity| activity.one("iati-identifier"));
                    let item = id.and_then(Node::words).unwrap_or_default();
                    let place = Where::line(line).of(item);
                    let name = String::from_utf8_lossy(tag.name().into_inner()).into_owned();
                    findings.add(FindingKind::Foreign, place.at(&name));
                    left_out = usize::from(!empty);
                } else if open.is_empty() && !is_activity {
                    if node.name == "iati-activities" {
                        met(Met::Root(node, findings), at);
                    }
                } else if open.len() >= DEEPEST {
                    left_out = usize::from(!empty);
                } else {
                    open.push(node);
                    if empty {
                        close(&mut open, at, findings, &mut met);
                    }
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if left_out > 0 {
                    left_out -= 1;
                } else {
                    close(&mut open, at, findings, &mut met);
                }
            }
            Event::Text(words) if left_out == 0 => {
                let words = words.decode();
                push(
                    &mut open,
                    &words.unwrap_or_default(),
                    at,
                    &mut lines,
                    findings,
                );
            }
            Event::CData(words) if left_out == 0 => {
                let words = words.decode();
                push(
                    &mut open,
                    &words.unwrap_or_default(),
                    at,
                    &mut lines,
                    findings,
                );
            }
            Event::GeneralRef(reference) if left_out == 0 && !open.is_empty() => {
                let name = reference.decode().unwrap_or_default().into_owned();
                let letter = reference.resolve_char_ref().ok().flatten();
                let words = match (letter, resolve_predefined_entity(&name)) {
                    (Some(letter), _) => letter.to_string(),
                    (None, Some(known)) => known.to_owned(),
                    (None, None) => {
                        let place = Where::line(lines.line(at)).found(&name);
                        findings.add(FindingKind::Entity, place);
                        format!("&{name};")
                    }
                };
                push(&mut open, &words, at, &mut lines, findings);
            }
            _ => {}
        }
    }
}

/// An element is closed: it goes into the one around it, or is an activity.
fn close(
    open: &mut Vec<Node>,
    at: usize,
    findings: &mut Findings,
    met: &mut impl FnMut(Met<'_>, usize),
) {
    let Some(node) = open.pop() else { return };
    match open.last_mut() {
        Some(parent) => parent.children.push(node),
        None => met(Met::Activity(node, findings), at),
    }
}

fn push(open: &mut [Node], words: &str, at: usize, lines: &mut Lines<'_>, findings: &mut Findings) {
    let Some(node) = open.last_mut() else { return };
    let room = LONGEST.saturating_sub(node.text.len());
    if words.len() <= room {
        node.text.push_str(words);
    } else if room > 0 {
        node.text.extend(
            words
                .char_indices()
                .take_while(|(at, _)| *at < room)
                .map(|(_, c)| c),
        );
        // So that nothing more is put behind it.
        node.text
            .push_str(&" ".repeat(LONGEST.saturating_sub(node.text.len())));
        let place = Where::line(lines.line(at)).at(&node.name);
        findings.add(FindingKind::TextCut, place);
    }
}

/// Whether an element is of another namespace: by a prefix, or by one that holds
/// from it on.
fn is_foreign(tag: &BytesStart<'_>, node: &Node, is_outermost: bool) -> bool {
    let prefixed = tag.name().prefix().is_some();
    prefixed || !is_outermost && node.attribute("xmlns").is_some()
}

fn node(tag: &BytesStart<'_>, line: u64, findings: &mut Findings) -> Node {
    let mut attributes = Vec::new();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let key = String::from_utf8_lossy(attribute.key.into_inner());
        let key = if key.eq_ignore_ascii_case("xml:lang") {
            "xml:lang".to_owned()
        } else {
            key.into_owned()
        };
        let value = match attribute.unescape_value() {
            Ok(value) => value.into_owned(),
            Err(_) => {
                let raw = String::from_utf8_lossy(&attribute.value).into_owned();
                findings.add(FindingKind::Entity, Where::line(line).at(&key).found(&raw));
                raw
            }
        };
        attributes.push((key, value));
    }
    Node {
        name: String::from_utf8_lossy(tag.local_name().into_inner()).into_owned(),
        line,
        attributes,
        ..Node::default()
    }
}

/// Counts lines as far as they are read, each once.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    fn line(&mut self, at: usize) -> u64 {
        if let Some(passed) = self.bytes.get(self.at..at) {
            self.line += passed.split(|byte| *byte == b'\n').skip(1).count() as u64;
            self.at = at;
        }
        self.line
    }

    fn stop(&mut self, at: usize, why: String) -> Stop {
        let at = at.min(self.bytes.len());
        let line = self.line(at);
        let before = self.bytes.get(..at).unwrap_or_default();
        let start = before.iter().rposition(|byte| *byte == b'\n');
        let column = at - start.map_or(0, |start| start + 1) + 1;
        Stop {
            line,
            column: column as u64,
            why,
        }
    }
}
