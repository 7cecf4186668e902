//! `stills FOLDER FILE [SITE]`: prints what is drawn of the plain view of a
//! dataset, as JSON. The file and the outlines that it names lie below the folder;
//! SITE is where the app will stand.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (folder, file, site) = match arguments.as_slice() {
        [folder, file] => (folder, file, ""),
        [folder, file, site] => (folder, file, site.as_str()),
        _ => return Err("stills FOLDER FILE [SITE]".into()),
    };
    let folder = Path::new(folder);
    let json = fs::read_to_string(folder.join(file))?;
    let read = model::parse(&json)
        .map_err(|problem| text::problems::problem(model::Lang::EN, &problem))?;
    let sheets = stills::sheets(&read.dataset, |file| {
        fs::read_to_string(folder.join(file)).ok()
    });
    println!("{}", stills::stills(&read.dataset, &sheets, site));
    Ok(())
}
