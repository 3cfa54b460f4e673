//! Blobs in the zlib format (RFC 1950), at the name of the digest of what they hold with `.z` after it.

use std::io::{self, Read, Write};
use std::path::PathBuf;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::Blobs;
use crate::store::Digest;
use crate::store::disk::{Disk, Output};

/// Larger blobs stay as they are: compressing needs the bytes in memory, and nobody would notice why the machine
/// begins to swap.
const LARGEST: u64 = 256 << 20;

/// What came of compressing a blob.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compressed {
    /// It is compressed.
    Done,
    /// It stays as it is, since it is compressed already, too large, or gone.
    Left,
    /// Another program went on writing into it: it holds these bytes now, and is called after them. What it held
    /// before is lost, unless it was compressed already.
    Changed(Digest),
}

impl Blobs {
    pub(super) fn compressed_path(&self, digest: &Digest) -> PathBuf {
        self.path(digest).with_extension("z")
    }

    /// Compresses a blob. The plain one goes only after the compressed one was read back and found to be the same.
    ///
    /// # Errors
    /// What the system says; the blob is then as it was.
    pub fn compress(&self, disk: &dyn Disk, digest: &Digest) -> io::Result<Compressed> {
        let (plain, compressed) = (self.path(digest), self.compressed_path(digest));
        match disk.stat(&plain) {
            Ok(stat) if stat.len <= LARGEST => {}
            Ok(_) => return Ok(Compressed::Left),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Compressed::Left),
            Err(error) => return Err(error),
        }
        let bytes = disk.read(&plain)?;
        let found = Digest::of(&bytes);
        if found != *digest {
            self.rename_rightly(disk, &plain)?;
            return Ok(Compressed::Changed(found));
        }
        if disk.stat(&compressed).is_err() {
            self.write(disk, &compressed, |file| {
                let mut encoder = ZlibEncoder::new(Writing(file), Compression::default());
                encoder.write_all(&bytes)?;
                encoder.finish().map(drop)
            })?;
        }
        drop(bytes);
        if let Err(error) = self.get_compressed(disk, digest) {
            drop(disk.remove(&compressed));
            return Err(error);
        }
        // Another program may have gone on writing into it until now.
        if Digest::of(&disk.read(&plain)?) != *digest {
            return self.compress(disk, digest);
        }
        disk.remove(&plain)?;
        Ok(Compressed::Done)
    }

    /// The bytes of a digest, of the compressed blob.
    pub(super) fn get_compressed(&self, disk: &dyn Disk, digest: &Digest) -> io::Result<Vec<u8>> {
        let compressed = disk.read(&self.compressed_path(digest))?;
        let mut bytes = Vec::new();
        ZlibDecoder::new(compressed.as_slice()).take(LARGEST).read_to_end(&mut bytes)?;
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(io::ErrorKind::InvalidData.into()) }
    }
}

/// An output that a compressor can write to.
struct Writing<'a>(&'a mut dyn Output);

impl Write for Writing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
