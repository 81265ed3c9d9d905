//! Following references.

use crate::dossier::{
    Article, Dossier, Entity, EntityKind, Event, Id, Index, Kind, Translation, TranslatorKind,
    Wording,
};

/// A dossier in which references are followed.
pub(super) struct Lookup<'a> {
    pub(super) dossier: &'a Dossier,
    index: Index,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        Self { dossier, index: Index::new(dossier) }
    }

    #[inline(never)]
    pub(super) fn article(&self, id: Option<&Id>) -> Option<&'a Article> {
        Some(self.numbered_article(id)?.1)
    }

    /// An article and its place in the list.
    #[inline(never)]
    pub(super) fn numbered_article(&self, id: Option<&Id>) -> Option<(usize, &'a Article)> {
        let number = self.index.number(Kind::Article, id?)?;
        Some((number, self.dossier.articles.get(number)?))
    }

    /// How many articles no reading is from.
    pub(super) fn uncited(&self) -> usize {
        let mut cited = vec![false; self.dossier.articles.len()];
        for quote in &self.dossier.quotes {
            for reading in &quote.readings {
                if let Some((number, _)) = self.numbered_article(reading.article.as_ref())
                    && let Some(cited) = cited.get_mut(number)
                {
                    *cited = true;
                }
            }
        }
        cited.into_iter().filter(|cited| !cited).count()
    }

    #[inline(never)]
    pub(super) fn entity(&self, id: Option<&Id>) -> Option<&'a Entity> {
        self.dossier.entities.get(self.index.number(Kind::Entity, id?)?)
    }

    /// The theme that groups an event: the first that it is about.
    #[inline(never)]
    pub(super) fn topic(&self, event: &Event) -> Option<&'a Entity> {
        for id in &event.entities {
            if let Some(entity) = self.entity(Some(id))
                && entity.kind == EntityKind::Topic
            {
                return Some(entity);
            }
        }
        None
    }

    /// Who made a translation: without a name, the makers of the dossier.
    #[inline(never)]
    pub(super) fn translator(&self, translation: &'a Translation) -> &'a Wording {
        if translation.by.is_empty() && translation.kind == TranslatorKind::Dossier {
            &self.dossier.translator
        } else {
            &translation.by
        }
    }

    /// The quotes of an event, by number.
    pub(super) fn quotes_of(&self, event: usize) -> Vec<usize> {
        self.index.event_quotes(event).to_vec()
    }
}
