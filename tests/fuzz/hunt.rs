//! As many random changes as a time allows.

use crate::{corpus, run, targets};
use std::env;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Cases between two looks at the clock.
const ROUND: u32 = 64;
/// An input that takes so long is kept as one that hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the watchman knows: the input that is being checked, and since when.
type Now = Arc<Mutex<(Instant, String)>>;

/// Hunts the target that `FUZZ_TARGET` names for `FUZZ_SECONDS`, from the seed
/// `FUZZ_SEED` on.
pub fn run_by_environment() {
    let told = |name: &str| env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let number = |name: &str| told(name).parse::<u64>().expect("a number");
    let name = told("FUZZ_TARGET");
    let (seconds, first) = (number("FUZZ_SECONDS"), number("FUZZ_SEED"));
    let target = targets::named(&name);
    let texts: Vec<String> = corpus::read(&name)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    // Of each panic that proptest catches, while it looks for a smaller case.
    std::panic::set_hook(Box::new(|_| ()));
    let now: Now = Arc::new(Mutex::new((Instant::now(), String::new())));
    watch(name.clone(), Arc::clone(&now));

    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut seed, mut count) = (first, 0_u64);
    while Instant::now() < end {
        let outcome = run(target, &texts, ROUND, seed, |text| {
            *now.lock().expect("the watchman") = (Instant::now(), text.to_owned());
        });
        if let Err((case, reason)) = outcome {
            let file = corpus::keep(&name, &case.text(&texts));
            println!("{name}: {reason}\nkept as {}; seed {seed}", file.display());
            std::process::exit(1);
        }
        seed = seed.wrapping_add(1);
        count += u64::from(ROUND);
    }
    println!(
        "{name}: {count} cases hold, seeds {first} to {}",
        seed.wrapping_sub(1)
    );
}

/// Ends the hunt where one input takes too long.
fn watch(name: String, now: Now) {
    thread::spawn(move || {
        loop {
            thread::sleep(PATIENCE / 10);
            let (since, text) = now.lock().expect("the hunter").clone();
            if since.elapsed() > PATIENCE {
                let file = corpus::keep(&name, &text);
                println!(
                    "{name}: no end after {PATIENCE:?}\nkept as {}",
                    file.display()
                );
                std::process::exit(1);
            }
        }
    });
}
