//! The browser's entry: mounts the app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    aid_atlas::boot::start();
}
