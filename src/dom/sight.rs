//! Whether the timeline is where a reader can see it.

use std::cell::RefCell;
use std::rc::Weak;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver};

use super::app::App;
use super::host::object;

/// So far outside the screen, of its height and width, it is drawn already: whoever scrolls there
/// never sees it as it was before.
const AHEAD: &str = "50%";

/// Tells the widget when its timeline comes into sight and when it goes.
pub(super) struct Sight {
    observer: IntersectionObserver,
    _told: Closure<dyn Fn(Array)>,
}

impl Sight {
    /// Watches an element. What is not rendered at all is not in sight either.
    pub(super) fn watch(element: &Element, app: &Weak<RefCell<App>>) -> Option<Self> {
        let app = app.clone();
        let told = Closure::<dyn Fn(Array)>::new(move |reports: Array| {
            // The last report is how it is now.
            let report = reports.get(reports.length().saturating_sub(1));
            let seen = Reflect::get(&report, &"isIntersecting".into());
            if let Some(app) = app.upgrade()
                && let Ok(mut own) = app.try_borrow_mut()
            {
                own.in_sight = seen.is_ok_and(|seen| seen.is_truthy());
                if own.in_sight {
                    own.catch_up();
                }
            }
        });
        let options = object(&[("rootMargin", &AHEAD.into())]);
        let observer = IntersectionObserver::new_with_options(
            told.as_ref().unchecked_ref(),
            options.unchecked_ref(),
        )
        .ok()?;
        observer.observe(element);
        Some(Self { observer, _told: told })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
