//! The state, the views, and the frame in which changes are drawn.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::announce::Status;
use super::cite;
use super::glide::{self, Glide};
use super::host::{self, Step};
use super::markup::{Writer, append, has_focus, mark_language, node};
use super::sight::Sight;
use super::timeline::Timeline;
use super::toolbar::Toolbar;
use super::upright::is_upright;
use super::viewer::Viewer;
use super::{headings, listen, print, stylesheet};
use crate::phrases::Phrases;
use crate::state::{Changes, Message, State};
use crate::timeline::Scale;

/// Milliseconds after which a hand rests: more than between two notches of a wheel that is turned on.
const REST_MS: u32 = 120;

/// How far it is that something is shown for the first time.
#[derive(PartialEq)]
enum Showing {
    /// The views are there; what the page says of them was not asked for yet.
    Begun,
    /// It is drawn in turns; no frame is asked for.
    InTurns,
    Done,
}

/// Everything of one widget.
pub(super) struct App {
    pub(super) host: HtmlElement,
    pub(super) state: State,
    /// How many rows could not be read.
    dropped: usize,
    pub(super) words: &'static Phrases,
    pub(super) root: Element,
    pub(super) views: Views,
    pub(super) listeners: Vec<EventListener>,
    pub(super) size: Option<listen::Size>,
    pub(super) weak: Weak<RefCell<App>>,
    /// The citation that is open.
    pub(super) citing: Option<cite::Panel>,
    /// What hears whether the clipboard took it.
    pub(super) told: Option<(cite::Told, cite::Told)>,
    /// What is printed, while the browser does.
    pub(super) paper: Option<Element>,
    /// The level of the title among the page's headings.
    pub(super) heading_level: usize,
    /// Hears the page's fragment change, where it is kept in step.
    pub(super) fragment: Option<EventListener>,
    /// The next drawing brings what the reader chose into sight.
    follow: bool,
    /// The way to the stretch of time that the reader asked for.
    glide: Option<Glide>,
    /// Waits for the hand that moves the timeline to come to rest.
    moving: Option<Timeout>,
    pending: Changes,
    /// What the timeline shows already, and what is read below it does not.
    pending_reading: Changes,
    frame: Option<AnimationFrame>,
    showing: Showing,
    /// The toolbar shows what is pending already.
    headed: bool,
    /// Whether the timeline is on the screen or near it. It is until the browser says otherwise.
    pub(super) in_sight: bool,
    sight: Option<Sight>,
}

/// The views, made anew when the interface changes its language.
pub(super) struct Views {
    pub(super) toolbar: Toolbar,
    pub(super) status: Status,
    pub(super) timeline: Timeline,
    pub(super) viewer: Viewer,
}

impl Views {
    fn new(state: &State, words: &'static Phrases, dropped: usize) -> Self {
        Self {
            toolbar: Toolbar::new(state, words),
            status: Status::new(words, dropped),
            timeline: Timeline::new(state.dossier(), words),
            viewer: Viewer::new(state.dossier(), words),
        }
    }
}

impl App {
    /// Builds the widget; [`App::settle`] and [`App::draw_in_turns`] then show it.
    pub(super) fn start(
        host: HtmlElement,
        shadow: &ShadowRoot,
        state: State,
        dropped: usize,
    ) -> Rc<RefCell<Self>> {
        stylesheet::adopt(shadow);
        let words = Phrases::of(host::language(&host));
        let root = node("div root");
        append(shadow, &root);
        let app = Rc::new(RefCell::new(Self {
            views: Views::new(&state, words, dropped),
            listeners: Vec::new(),
            size: None,
            weak: Weak::new(),
            citing: None,
            told: None,
            paper: None,
            heading_level: headings::TITLE,
            fragment: None,
            follow: false,
            glide: None,
            moving: None,
            pending: Changes::ALL,
            pending_reading: Changes::default(),
            frame: None,
            showing: Showing::Begun,
            headed: false,
            in_sight: true,
            sight: None,
            host,
            state,
            dropped,
            words,
            root,
        }));
        if let Ok(mut own) = app.try_borrow_mut() {
            own.weak = Rc::downgrade(&app);
            own.mount();
            own.listeners = listen::all(&own.root, &app);
            own.listeners.extend(print::listeners(&app));
        }
        app
    }

    /// Takes in, once, what the page says of the widget: its width, and its attributes.
    pub(super) fn settle(app: &RefCell<Self>) -> bool {
        let Ok(mut own) = app.try_borrow_mut() else { return false };
        if own.showing != Showing::Begun {
            return false;
        }
        own.showing = Showing::InTurns;
        own.measure();
        let host = own.host.clone();
        drop(own);
        host::first_attributes(app, &host);
        true
    }

    /// More of the dossier has come: goes on with a state that has all of it.
    pub(super) fn grow(app: &RefCell<Self>, state: State, dropped: usize) {
        let Ok(mut own) = app.try_borrow_mut() else { return };
        own.arrive();
        let before = std::mem::replace(&mut own.state, state);
        own.state.resume(before);
        own.dropped = dropped;
        own.renew();
        let (host, chosen) = (own.host.clone(), own.state.selected().is_some());
        drop(own);
        if !chosen {
            // What the page asks for may have come only now.
            host::late_attributes(app, &host);
        }
    }

    /// More or other parts of the dossier are there: goes on with a state that has them. Nothing is made
    /// anew but what says something else now.
    pub(super) fn take_in(app: &RefCell<Self>, state: State, lacks: bool, renumbered: bool) {
        let Ok(mut own) = app.try_borrow_mut() else { return };
        let own = &mut *own;
        let standing = own.views.timeline.standing(&own.state);
        let before = std::mem::replace(&mut own.state, state);
        let seen = (before.listed().to_vec(), before.told().to_vec(), before.open_event());
        own.state.resume(before);
        let (state, views) = (&own.state, &mut own.views);
        let listed = (state.listed().to_vec(), state.told().to_vec(), state.open_event());
        views.viewer.stays = !renumbered && seen == listed;
        views.timeline.stand = standing.and_then(|(kind, id)| {
            let target = state.index().target(&id)?;
            Some((kind, state.item(target)?))
        });
        views.toolbar.fill(state, own.words);
        views.status.lacks = lacks;
        own.later(Changes { shown: true, selection: true, scale: true, ..Changes::default() });
    }

    /// A part of the dossier could not be had, or all could after all.
    pub(super) fn lack(&mut self, lacks: bool) {
        self.views.status.lacks = lacks;
        self.views.status.draw(&self.state, self.words);
    }

    /// What will be shown once it is no longer on its way.
    pub(super) fn destination(&self) -> Scale {
        let scale = self.state.scale();
        self.glide.as_ref().map_or(scale, |glide| Scale::new(glide.to, scale.width_px()))
    }

    /// Puts the views in their places.
    fn mount(&mut self) {
        self.root.set_text_content(None);
        mark_language(&self.root, self.words.language);
        let dossier = self.state.dossier();
        let mut to = Writer::new(&self.root, self.words.language);
        to.open("div frame");
        to.open("div head");
        to.wording("h2", &dossier.title);
        to.wording("p", &dossier.summary);
        to.close();
        let frame = to.end();
        let views = &self.views;
        for view in
            [&views.toolbar.bar, &views.status.line, &views.timeline.section, &views.viewer.section]
        {
            append(&frame, view);
        }
        self.sight = None;
        self.size = listen::Size::watch(&self.views.timeline.stage, &self.weak);
    }

    /// Takes the width that the page gives.
    fn measure(&mut self) {
        let width = self.views.timeline.stage.client_width();
        if width > 0 {
            self.pending = self.pending.and(self.state.update(Message::Resize(width)));
        }
    }

    /// The interface speaks another language.
    pub(super) fn speak(&mut self, words: &'static Phrases) {
        if std::ptr::eq(words, self.words) {
            return;
        }
        self.words = words;
        self.renew();
    }

    /// Makes all views anew.
    fn renew(&mut self) {
        let words = self.words;
        let typed = self.views.toolbar.search.value();
        let focused = has_focus(&self.root);
        let on_timeline = has_focus(&self.views.timeline.section);
        self.views = Views::new(&self.state, words, self.dropped);
        self.citing = None;
        self.views.toolbar.search.set_value(&typed);
        self.mount();
        self.measure();
        // Every node is new; the keyboard stays where it was, as near as can be.
        if on_timeline {
            self.views.timeline.refocus = true;
        } else if focused {
            let _ = self.views.toolbar.search.focus();
        }
        self.later(Changes::ALL);
    }

    /// Whether the timeline is seen, or the keyboard is in the widget and goes along what is drawn.
    fn is_attended(&self) -> bool {
        self.in_sight || has_focus(&self.root)
    }

    /// Asks for a frame, if there is anything to draw in it. Another stretch of time is not drawn while
    /// nobody attends to the timeline; what is chosen, and all that is read, is, since it can be found
    /// and read aloud from anywhere.
    pub(super) fn later(&mut self, changes: Changes) {
        self.pending = self.pending.and(changes);
        let mut drawn = self.pending;
        if !self.is_attended() {
            self.arrive();
            drawn.scale = false;
        }
        if self.frame.is_some() || self.showing != Showing::Done || drawn == Changes::default() {
            return;
        }
        let weak = Weak::clone(&self.weak);
        self.frame = Some(request_animation_frame(move |time| {
            if let Some(app) = weak.upgrade()
                && let Ok(mut app) = app.try_borrow_mut()
            {
                app.frame = None;
                let more = app.move_on(time);
                app.draw();
                app.later(Changes { scale: more, ..Changes::default() });
            }
        }));
    }

    /// Draws the way to another stretch of time, from frame to frame; says whether there is more.
    fn move_on(&mut self, time: f64) -> bool {
        let Some(glide) = &mut self.glide else { return false };
        let (window, done) = glide.at(time);
        self.pending = self.pending.and(self.state.update(Message::Glide(window)));
        if done {
            self.glide = None;
        }
        !done
    }

    /// Ends a way before its time: what the reader does next begins where it leads.
    pub(super) fn arrive(&mut self) {
        if let Some(Glide { to, .. }) = self.glide.take() {
            self.pending = self.pending.and(self.state.update(Message::Glide(to)));
        }
    }

    /// A hand moves the timeline: all is laid out anew once it rests.
    fn hold_on(&mut self) {
        let weak = Weak::clone(&self.weak);
        self.moving = Some(Timeout::new(REST_MS, move || {
            if let Some(app) = weak.upgrade()
                && let Ok(mut app) = app.try_borrow_mut()
            {
                app.moving = None;
                let scale = app.views.timeline.stretched;
                app.later(Changes { scale, ..Changes::default() });
            }
        }));
    }

    pub(super) fn draw(&mut self) {
        self.draw_for(self.is_attended());
    }

    /// Draws what was put off while nobody attended to it, unless the next frame or turn does.
    pub(super) fn catch_up(&mut self) {
        let waits = self.frame.is_none() && self.showing == Showing::Done;
        if waits && self.pending != Changes::default() {
            self.draw_for(true);
        }
    }

    /// Draws the toolbar, then the timeline, then what is read below it; then goes on with what is searched.
    /// Where a dossier is shown anew each is a task's work. Answers as [`super::Widget::step`].
    pub(super) fn draw_in_turns(&mut self) -> Option<bool> {
        let attended = self.is_attended();
        let seen = Changes { scale: self.pending.scale && attended, ..self.pending };
        if self.pending_reading != Changes::default() {
            self.draw_reading();
        } else if seen.shown && !std::mem::replace(&mut self.headed, true) {
            self.draw_head();
            return Some(false);
        } else if seen != Changes::default() {
            self.headed = false;
            let changes = std::mem::take(&mut self.pending);
            self.draw_timeline(changes, attended);
            self.pending_reading = Changes { scale: false, ..changes };
        } else {
            self.showing = Showing::Done;
            let changes = self.state.fold()?;
            self.later(changes);
            return Some(false);
        }
        Some(true)
    }

    fn draw_for(&mut self, attended: bool) {
        let changes = std::mem::take(&mut self.pending);
        self.pending_reading = self.pending_reading.and(Changes { scale: false, ..changes });
        if self.pending_reading != Changes::default() {
            self.draw_reading();
        }
        if changes.shown {
            self.draw_head();
        }
        self.draw_timeline(changes, attended);
    }

    fn draw_head(&mut self) {
        let Self { state, words, views, .. } = self;
        views.toolbar.draw(state);
        views.status.draw(state, words);
    }

    fn draw_reading(&mut self) {
        let changes = std::mem::take(&mut self.pending_reading);
        self.views.viewer.draw(&self.state, self.words, changes);
        if self.heading_level != headings::TITLE {
            headings::say(&self.root, self.heading_level);
        }
    }

    fn draw_timeline(&mut self, changes: Changes, attended: bool) {
        let Self { state, words, views, .. } = self;
        if changes.shown || changes.selection || (changes.scale && attended) {
            let zooming = self.glide.is_some() || self.moving.is_some();
            views.timeline.draw(state, words, changes, zooming);
            if self.sight.is_none() {
                self.sight = Sight::watch(&views.timeline.section, &self.weak);
            }
        } else {
            self.pending.scale = changes.scale;
        }
        if std::mem::take(&mut self.follow) {
            self.views.viewer.bring_into_sight();
        }
    }

    /// The page has headings above the widget's title.
    pub(super) fn lower_headings(&mut self, level: usize) {
        self.heading_level = level;
        headings::say(&self.root, level);
    }
}

/// Changes the state; what that changes is drawn in the next frame, once for a burst. The page is
/// told at once.
pub(super) fn send(app: &RefCell<App>, message: Message) {
    deliver(app, message, Step::Replace);
}

/// The same, saying what becomes of the page's address.
#[inline(never)]
pub(super) fn deliver(app: &RefCell<App>, message: Message, step: Step) {
    // While the widget draws, the browser may call back (focus moves); that is not the reader.
    let Ok(mut own) = app.try_borrow_mut() else { return };
    let host = own.host.clone();
    let by_reader = step == Step::Push;
    // Who searches, zooms or compares goes nowhere; who chooses does.
    let goes = matches!(message, Message::Select(_) | Message::Leave);
    let step = if goes || step == Step::Stay { step } else { Step::Replace };
    let fragment = (step != Step::Stay).then(|| host::fragment(&own)).flatten();
    let before = own.state.selected();
    own.arrive();
    let from = own.state.scale().window();
    // What follows the hand is where the hand is.
    let by_hand = matches!(
        message,
        Message::Drag(_) | Message::Wheel(_) | Message::Zoom { around: Some(_), .. }
    );
    // What a hand does is seen by whoever has it there.
    let told = by_reader && !by_hand;
    let smoothly = told && own.is_attended() && !glide::is_unwanted();
    let changes = own.state.update(message);
    if by_hand && changes.scale {
        own.hold_on();
    }
    own.later(changes);
    let now = own.state.selected();
    let chosen = (now != before).then(|| host::selection(&own.state));
    let App { state, views, words, .. } = &mut *own;
    if told && chosen.is_some() {
        if let Some(text) = host::choice_in_words(state, words) {
            views.status.say(text);
        }
    } else if told && changes.scale {
        views.status.say(host::range_in_words(state, words));
    }
    own.follow = goes && now.is_some() && step == Step::Push && is_upright(&own.state);
    if step != Step::Stay {
        host::keep_in_step(&own, fragment.as_deref(), step);
    }
    let shown = changes.scale.then(|| host::range(&own.state));
    if shown.is_some() && smoothly {
        let to = own.state.scale().window();
        own.state.update(Message::Glide(from));
        own.glide = Some(Glide::new(from, to));
    }
    // The page may call back into the widget while it is told.
    drop(own);
    if let Some(detail) = chosen {
        host::tell(&host, "quote-timeline-select", &detail);
    }
    if let Some(detail) = shown {
        host::tell(&host, "quote-timeline-range", &detail);
    }
}
