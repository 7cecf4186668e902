//! `published FOLDER FILE [SITE]`: prints the files that the build publishes of a
//! dataset, as JSON. The file lies below the folder; SITE is where the app will stand.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (folder, file, site) = match arguments.as_slice() {
        [folder, file] => (folder, file, ""),
        [folder, file, site] => (folder, file, site.as_str()),
        _ => return Err("published FOLDER FILE [SITE]".into()),
    };
    let json = fs::read_to_string(Path::new(folder).join(file))?;
    let read = model::parse(&json)
        .map_err(|problem| text::problems::problem(model::Lang::EN, &problem))?;
    println!("{}", published::told(&read.dataset, &json, site));
    Ok(())
}
