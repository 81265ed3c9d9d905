//! A row on its way through files: an event or a quote, when it was, and what it refers to.

use std::io::{self, Read, Write};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Which input, from 0.
    pub(super) file: u32,
    /// Which line of it, from 1.
    pub(super) line: u64,
}

impl Place {
    /// How many it takes in a file.
    pub(super) const BYTES: u64 = 12;

    /// An identifier for what has none of its own.
    pub(super) fn name(self) -> String {
        match self.file {
            0 => format!("line-{}", self.line),
            file => format!("file-{}-line-{}", file + 1, self.line),
        }
    }

    pub(super) fn write(self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(&self.file.to_le_bytes())?;
        to.write_all(&self.line.to_le_bytes())
    }

    pub(super) fn read(from: &mut impl Read) -> io::Result<Self> {
        Ok(Self { file: u32::from_le_bytes(array(from)?), line: u64::from_le_bytes(array(from)?) })
    }
}

/// What rows are sorted by; no two have the same.
pub(super) type Key = (i64, i64, Place);

/// An event or a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) id: String,
    /// Seconds since 1970: when it begins and ends, as far as its date says.
    pub(super) earliest: i64,
    pub(super) latest: i64,
    /// Whether an end of its date is open or unknown: it is drawn to the end of time.
    pub(super) is_endless: bool,
    /// How much it matters: how often it was printed.
    pub(super) weight: u32,
    pub(super) is_quote: bool,
    /// The identifiers that it refers to.
    pub(super) refers: Vec<String>,
    /// Articles and entities of its own: list, identifier, JSON.
    pub(super) brings: Vec<(String, String, String)>,
    /// The row itself, as JSON.
    pub(super) text: String,
}

impl Row {
    /// About how many bytes of memory it takes, with what the allocator and a growing list add.
    pub(super) fn size(&self) -> usize {
        const ALLOCATION: usize = 16;
        let text = |text: &String| text.capacity() + ALLOCATION;
        let refers: usize = self.refers.iter().map(text).sum();
        let brings: usize =
            self.brings.iter().map(|(list, id, own)| text(list) + text(id) + text(own)).sum();
        let lists = self.refers.capacity() * size_of::<String>()
            + self.brings.capacity() * size_of::<[String; 3]>();
        text(&self.text) + text(&self.id) + refers + brings + lists + 2 * size_of::<Self>()
    }

    /// What rows are sorted by: time, then where they stand.
    pub(super) fn key(&self) -> Key {
        (self.earliest, self.latest, self.place)
    }

    pub(super) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(&self.earliest.to_le_bytes())?;
        to.write_all(&self.latest.to_le_bytes())?;
        to.write_all(&self.weight.to_le_bytes())?;
        to.write_all(&[u8::from(self.is_quote), u8::from(self.is_endless)])?;
        self.place.write(to)?;
        write_text(to, &self.id)?;
        write_length(to, self.refers.len())?;
        for id in &self.refers {
            write_text(to, id)?;
        }
        write_length(to, self.brings.len())?;
        for (list, id, text) in &self.brings {
            write_text(to, list)?;
            write_text(to, id)?;
            write_text(to, text)?;
        }
        write_text(to, &self.text)
    }

    /// The next row of a file; nothing at its end.
    pub(super) fn read(from: &mut impl Read) -> io::Result<Option<Self>> {
        let mut first = [0; 8];
        match from.read_exact(&mut first) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(error),
        }
        let earliest = i64::from_le_bytes(first);
        let latest = i64::from_le_bytes(array(from)?);
        let weight = u32::from_le_bytes(array(from)?);
        let [is_quote, is_endless] = array::<2>(from)?.map(|own| own != 0);
        let place = Place::read(from)?;
        let id = read_text(from)?;
        let refers = (0..read_length(from)?).map(|_| read_text(from)).collect::<io::Result<_>>()?;
        let brings = (0..read_length(from)?)
            .map(|_| Ok((read_text(from)?, read_text(from)?, read_text(from)?)))
            .collect::<io::Result<_>>()?;
        let text = read_text(from)?;
        Ok(Some(Self {
            place,
            id,
            earliest,
            latest,
            is_endless,
            weight,
            is_quote,
            refers,
            brings,
            text,
        }))
    }
}

fn array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn write_length(to: &mut impl Write, length: usize) -> io::Result<()> {
    to.write_all(&u32::try_from(length).map_err(io::Error::other)?.to_le_bytes())
}

fn read_length(from: &mut impl Read) -> io::Result<usize> {
    Ok(u32::from_le_bytes(array(from)?) as usize)
}

pub(super) fn write_text(to: &mut impl Write, text: &str) -> io::Result<()> {
    write_length(to, text.len())?;
    to.write_all(text.as_bytes())
}

pub(super) fn read_text(from: &mut impl Read) -> io::Result<String> {
    let mut bytes = vec![0; read_length(from)?];
    from.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
