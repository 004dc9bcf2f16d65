// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing array of octets that writes what a {@link WireReader} reads.
 *
 * <p>RFC 1035 4.1, names compressed on request (4.1.4). It holds at most its capacity, by default
 * the 65,535 octets a message can have; writing more throws {@link WireCapacityException} and
 * leaves some of it written: whoever goes on rolls back to a {@link #mark} taken before.
 *
 * <p>Not safe for use by several threads.
 */
public final class WireWriter {
  /** The most octets a DNS message can have: its length travels in 16 bits over TCP. */
  public static final int MAX_MESSAGE_OCTETS = 0xFFFF;

  private static final int INITIAL_OCTETS = 512;

  private enum Names {
    COMPRESSED,
    IN_FULL,
    LOWER_CASE
  }

  private final Names names;
  private byte[] buffer;
  private @Nullable NameCompressor compressor;
  private int position;
  private int capacity = MAX_MESSAGE_OCTETS;
  private int end; // what can be written before a look at the capacity or a larger buffer

  /** Makes an empty writer. */
  public WireWriter() {
    this(Names.COMPRESSED, INITIAL_OCTETS);
  }

  /**
   * Makes an empty writer.
   *
   * @param initialOctets how many octets it takes before it has to grow
   */
  public WireWriter(int initialOctets) {
    this(Names.COMPRESSED, initialOctets);
  }

  private WireWriter(Names names, int initialOctets) {
    this.names = names;
    this.buffer = new byte[initialOctets];
    this.end = Math.min(initialOctets, capacity);
  }

  /** Makes a writer that compresses no name, for the canonical form and for RDATA on its own. */
  public static WireWriter uncompressed() {
    return new WireWriter(Names.IN_FULL, INITIAL_OCTETS);
  }

  /**
   * Makes a writer that compresses no name and writes all names in lower case, so that equal data
   * has equal octets.
   */
  public static WireWriter caseless() {
    return new WireWriter(Names.LOWER_CASE, INITIAL_OCTETS);
  }

  /** Returns how many octets have been written. */
  public int position() {
    return position;
  }

  /** Returns how many octets may be written in all. */
  public int capacity() {
    return capacity;
  }

  /**
   * Sets how many octets may be written in all; what has been written stays.
   *
   * @throws IllegalArgumentException if negative or beyond {@link #MAX_MESSAGE_OCTETS}
   */
  public void capacity(int octets) {
    if (octets < 0 || octets > MAX_MESSAGE_OCTETS) {
      throw new IllegalArgumentException("a capacity of " + octets + " octets");
    }
    capacity = octets;
    end = Math.min(octets, buffer.length);
  }

  /** Writes the low 8 bits of {@code value}. */
  public void u8(int value) {
    int at = advance(1);
    buffer[at] = (byte) value;
  }

  /** Writes the low 16 bits of {@code value}. */
  public void u16(int value) {
    int at = advance(2);
    BigEndian.putU16(buffer, at, value);
  }

  /** Writes the low 32 bits of {@code value}. */
  public void u32(long value) {
    int at = advance(4);
    BigEndian.putU32(buffer, at, value);
  }

  /** Writes 64 bits. */
  public void u64(long value) {
    int at = advance(8);
    BigEndian.putU64(buffer, at, value);
  }

  /** Writes octets as they are. */
  public void octets(byte[] octets) {
    int at = advance(octets.length);
    System.arraycopy(octets, 0, buffer, at, octets.length);
  }

  /**
   * Writes a character string: an octet with the length, and the octets.
   *
   * @throws IllegalArgumentException if there are more than 255 octets
   */
  public void characterString(byte[] octets) {
    if (octets.length > 255) {
      throw new IllegalArgumentException("a character string of " + octets.length + " octets");
    }
    u8(octets.length);
    octets(octets);
  }

  /** Writes a name in full. Later names are not compressed against it. */
  public void name(DomainName name) {
    int at = advance(name.octets());
    (names == Names.LOWER_CASE ? name.lowerCase() : name).copyTo(buffer, at);
  }

  /** Writes a name that may be compressed and that later names may be compressed against. */
  public void compressibleName(DomainName name) {
    if (names != Names.COMPRESSED) {
      name(name);
      return;
    }
    if (compressor == null) {
      compressor = new NameCompressor();
    }
    // The buffer gets room for the name in full, but only what stays of it counts as written.
    reserve(name.octets());
    advance(compressor.write(name, buffer, position));
  }

  /**
   * Leaves room for a length of 16 bits.
   *
   * @return the mark for {@link #endLength}
   */
  public int beginLength() {
    return advance(2);
  }

  /**
   * Fills in the number of octets written since {@link #beginLength}.
   *
   * @param mark what {@link #beginLength} returned
   */
  public void endLength(int mark) {
    patchU16(mark, position - mark - 2);
  }

  /** Returns a mark to which {@link #rollback} can return. */
  public int mark() {
    return position;
  }

  /**
   * Takes back all that was written since the mark.
   *
   * @throws IllegalArgumentException if the mark is beyond what is written
   */
  public void rollback(int mark) {
    if (mark < 0 || mark > position) {
      throw new IllegalArgumentException("mark " + mark + " at " + position);
    }
    position = mark;
    if (compressor != null) {
      compressor.forgetFrom(mark);
    }
  }

  /**
   * Overwrites two octets already written with the low 16 bits of {@code value}.
   *
   * @throws IndexOutOfBoundsException if they have not been written
   */
  public void patchU16(int at, int value) {
    if (at < 0 || at > position - 2) {
      throw new IndexOutOfBoundsException("octet " + at + " of " + position);
    }
    BigEndian.putU16(buffer, at, value);
  }

  /** Forgets all that has been written, and the capacity that was set; the array stays. */
  public void clear() {
    position = 0;
    capacity(MAX_MESSAGE_OCTETS);
    if (compressor != null) {
      compressor.clear();
    }
  }

  /** Copies what has been written to where {@code target} stands, which has room for it. */
  public void copyTo(ByteBuffer target) {
    target.put(buffer, 0, position);
  }

  /** Returns a copy of what has been written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, position);
  }

  /** Returns what has been written, without a copy if it can be; the writer is of no use then. */
  public byte[] release() {
    return position == buffer.length ? buffer : toByteArray();
  }

  private int advance(int count) {
    int at = position;
    if (count > end - at) {
      makeRoomFor(count);
    }
    position = at + count;
    return at;
  }

  private void makeRoomFor(int count) {
    if (count > capacity - position) {
      throw new WireCapacityException(capacity);
    }
    reserve(count);
  }

  private void reserve(int count) {
    int needed = position + count;
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
      end = Math.min(capacity, buffer.length);
    }
  }
}
