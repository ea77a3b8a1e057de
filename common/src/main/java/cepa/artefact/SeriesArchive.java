package cepa.artefact;

import cepa.error.PermanentException;
import cepa.model.Fingerprint;
import cepa.model.Series;
import cepa.model.SeriesLookup;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The history graphs of many relays in one immutable array of bytes: an index sorted by
/// fingerprint, then one deflated block a relay. A relay's graphs are unpacked when asked for, so
/// an archive of ten thousand relays costs a few megabytes. Safe for many threads.
///
/// Layout (big endian): `CEPA`, version (int 1), relays n (int); n times: fingerprint (20 bytes),
/// offset (int, from the end of the index), length (int), unpacked length (int); then the blocks. A
/// block: number of series (short); each: length of name (short), name (UTF-8), first midpoint
/// (long, epoch second), interval (int, seconds), factor (double), number of values (int), values
/// (short each).
public final class SeriesArchive implements SeriesLookup {

  private static final int MAGIC = 0x43455041;
  private static final int VERSION = 1;
  private static final int HEADER = 12;
  private static final int ENTRY = 32;

  /// Far more than the graphs of a relay ever take.
  private static final int MOST_UNPACKED = 16 * 1024 * 1024;

  private final byte[] bytes;
  private final int relays;

  private SeriesArchive(byte[] bytes, int relays) {
    this.bytes = bytes;
    this.relays = relays;
  }

  /// Damage within a block is found when it is read.
  ///
  /// @throws PermanentException if the bytes are not an archive of this version
  public static SeriesArchive open(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new PermanentException("Not a series archive of version " + VERSION);
    }
    int relays = in.getInt();
    if (relays < 0 || relays > (bytes.length - HEADER) / ENTRY) {
      throw new PermanentException(
          "Series archive of "
              + bytes.length
              + " bytes ends early: "
              + relays
              + " relays in index");
    }
    return new SeriesArchive(bytes, relays);
  }

  /// The whole archive; not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  public int relays() {
    return relays;
  }

  /// @throws PermanentException if the archive is damaged there
  @Override
  public List<Series> of(Fingerprint relay) {
    byte[] key = HexFormat.of().parseHex(relay.hex());
    int low = 0;
    int high = relays - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int entry = HEADER + middle * ENTRY;
      int order =
          java.util.Arrays.compareUnsigned(bytes, entry, entry + key.length, key, 0, key.length);
      if (order == 0) {
        return unpack(ByteBuffer.wrap(bytes, entry + key.length, ENTRY - key.length));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return List.of();
  }

  private List<Series> unpack(ByteBuffer entry) {
    long offset = HEADER + (long) relays * ENTRY + entry.getInt();
    int length = entry.getInt();
    int unpacked = entry.getInt();
    if (offset < HEADER || length < 0 || unpacked < 0 || offset + length > bytes.length) {
      throw new PermanentException("Series archive is damaged: a block lies outside of it");
    }
    if (unpacked > MOST_UNPACKED) {
      throw new PermanentException("Series archive is damaged: a block of " + unpacked + " bytes");
    }
    byte[] block = new byte[unpacked];
    var inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, (int) offset, length);
      if (inflater.inflate(block) != block.length) {
        throw new PermanentException("Series archive is damaged: a block ends early");
      }
      return decode(ByteBuffer.wrap(block));
    } catch (DataFormatException
        | BufferUnderflowException
        | NegativeArraySizeException
        | DateTimeException e) {
      throw new PermanentException("Series archive is damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static List<Series> decode(ByteBuffer in) {
    int count = in.getShort();
    List<Series> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] name = new byte[in.getShort()];
      in.get(name);
      Instant first = Instant.ofEpochSecond(in.getLong());
      Duration interval = Duration.ofSeconds(in.getInt());
      double factor = in.getDouble();
      int length = in.getInt();
      if (length > in.remaining() / Short.BYTES) {
        throw new BufferUnderflowException();
      }
      short[] values = new short[length];
      for (int v = 0; v < values.length; v++) {
        values[v] = in.getShort();
      }
      all.add(
          new Series(new String(name, StandardCharsets.UTF_8), first, interval, factor, values));
    }
    return all;
  }

  /// Collects graphs relay by relay, in any order; equal content makes equal bytes. Not safe for
  /// several threads.
  public static final class Writer {

    private final Map<Fingerprint, Block> blocks = new TreeMap<>();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    /// @param series by name; an empty list is left out
    public void add(Fingerprint relay, List<Series> series) {
      if (!series.isEmpty()) {
        byte[] raw = encode(series);
        blocks.put(relay, new Block(raw.length, deflate(raw)));
      }
    }

    public SeriesArchive finish() {
      deflater.end();
      int body = blocks.values().stream().mapToInt(b -> b.packed.length).sum();
      ByteBuffer out = ByteBuffer.allocate(HEADER + blocks.size() * ENTRY + body);
      out.putInt(MAGIC).putInt(VERSION).putInt(blocks.size());
      int offset = 0;
      for (Map.Entry<Fingerprint, Block> entry : blocks.entrySet()) {
        Block block = entry.getValue();
        out.put(HexFormat.of().parseHex(entry.getKey().hex()));
        out.putInt(offset).putInt(block.packed.length).putInt(block.rawLength);
        offset += block.packed.length;
      }
      blocks.values().forEach(block -> out.put(block.packed));
      return new SeriesArchive(out.array(), blocks.size());
    }

    private static byte[] encode(List<Series> all) {
      List<byte[]> names =
          all.stream().map(s -> s.name().getBytes(StandardCharsets.UTF_8)).toList();
      int size = 2;
      for (int i = 0; i < all.size(); i++) {
        size += 2 + names.get(i).length + 8 + 4 + 8 + 4 + 2 * all.get(i).values().length;
      }
      ByteBuffer out = ByteBuffer.allocate(size).putShort((short) all.size());
      for (int i = 0; i < all.size(); i++) {
        Series series = all.get(i);
        out.putShort((short) names.get(i).length).put(names.get(i));
        out.putLong(series.first().getEpochSecond());
        out.putInt((int) series.interval().toSeconds());
        out.putDouble(series.factor());
        out.putInt(series.values().length);
        for (short value : series.values()) {
          out.putShort(value);
        }
      }
      return out.array();
    }

    private byte[] deflate(byte[] raw) {
      deflater.reset();
      deflater.setInput(raw);
      deflater.finish();
      var out = new ByteArrayOutputStream(raw.length / 8 + 64);
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }

    private record Block(int rawLength, byte[] packed) {}
  }
}
