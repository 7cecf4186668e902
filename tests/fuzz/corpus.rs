//! The files of `tests/corpus`: a folder a target, of real input and of what was
//! found to be wrong once.

use std::fs;
use std::path::PathBuf;

fn folder(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(target)
}

/// All files of a target, by their names and in the order of them.
pub fn read(target: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder(target)).expect("a folder of the corpus");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let bytes = fs::read(entry.path()).expect("a file of the corpus");
            // As the browser makes text of what comes.
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (entry.file_name().to_string_lossy().into_owned(), text)
        })
        .collect();
    files.sort();
    files
}

/// Keeps what was found, and says where.
pub fn keep(target: &str, text: &str) -> PathBuf {
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let file = folder(target).join(format!("found-{sum:016x}"));
    fs::write(&file, text).expect("the corpus can be written");
    file
}
