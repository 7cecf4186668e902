//! A chart with the words of all its bars.

use charts::{Bar, ChartView, Setting};
use model::{ChartIx, RecordIx};
use std::ops::Deref;
use view::Label;

/// What is drawn, and what its list says.
pub struct Drawn {
    pub view: ChartView,
    pub bars: Vec<Bar>,
}

impl Deref for Drawn {
    type Target = ChartView;

    fn deref(&self) -> &ChartView {
        &self.view
    }
}

/// As `charts::chart`, with the list.
pub fn chart(id: ChartIx, setting: Setting<'_>, records: &[RecordIx], labels: &[Label]) -> Drawn {
    let view = charts::chart(id, setting, records, labels);
    let bars = view.bars(setting, labels).collect();
    Drawn { view, bars }
}
