// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.name;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An absolute domain name, held as its uncompressed wire octets.
 *
 * <p>RFC 1035 3.1 (form and limits), RFC 4343 (comparison without ASCII case), RFC 4034 6.1
 * (canonical order).
 *
 * <p>Immutable. The octets keep the case they came with; {@link #equals}, {@link #hashCode} and
 * {@link #compareTo} ignore the case of ASCII letters and nothing else. Every instance is within
 * the limits of 255 octets, 63 octets in a label and 127 labels. Labels are octets, never text: any
 * octet may stand in one. A {@linkplain #suffix suffix} shares the octets of the name it comes
 * from.
 *
 * <p>Does not know host name rules, internationalized names, or whether a name is relative: what is
 * relative is completed when it is parsed.
 */
public final class DomainName implements Comparable<DomainName> {
  /** The most octets a name has on the wire, the root's octet included. */
  public static final int MAX_OCTETS = 255;

  /** The most octets a label has, its length octet not counted. */
  public static final int MAX_LABEL_OCTETS = 63;

  /** The most labels a name has, the root's empty one not counted. */
  public static final int MAX_LABELS = 127;

  /** The root of the tree, {@code "."}. */
  public static final DomainName ROOT = new DomainName(new byte[1], 0, 0);

  private static final byte[] WILDCARD_LABEL = {1, '*'};

  // The name is wire[start..]: names that share an array end where it ends. The two shorts keep an
  // instance at 24 bytes.
  private final byte[] wire;
  private final short start;
  private final short labels;
  private int hash; // 0 until asked for; a race computes the same value twice

  private DomainName(byte[] wire, int start, int labels) {
    this.wire = wire;
    this.start = (short) start;
    this.labels = (short) labels;
  }

  /**
   * Parses the presentation form, with {@code \X} and {@code \DDD} escapes. The name is absolute
   * whether or not it ends in a dot.
   *
   * @throws InvalidNameException if the text is no domain name
   */
  public static DomainName of(String text) {
    return ofOwned(NameText.parse(text, ROOT));
  }

  /**
   * Parses the presentation form as zone files have it: what does not end in a dot is relative to
   * {@code origin}, and {@code "@"} is the origin itself.
   *
   * @throws InvalidNameException if the text is no domain name
   */
  public static DomainName of(String text, DomainName origin) {
    return text.equals("@") ? origin : ofOwned(NameText.parse(text, origin));
  }

  /**
   * Takes a name from its uncompressed wire form; the octets are copied.
   *
   * @throws InvalidNameException if the octets are not exactly one name
   */
  public static DomainName ofWire(byte[] uncompressedWire) {
    return ofWire(uncompressedWire, 0, uncompressedWire.length);
  }

  /**
   * Takes a name from its uncompressed wire form within a larger array; the octets are copied.
   *
   * @throws InvalidNameException if the octets are not exactly one name
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static DomainName ofWire(byte[] octets, int offset, int length) {
    if (length == 1 && octets[offset] == 0) {
      return ROOT;
    }
    return ofOwned(Arrays.copyOfRange(octets, offset, offset + length));
  }

  /**
   * Takes a name from whole labels within a larger array and the name that goes on behind them; the
   * octets are copied.
   *
   * @throws InvalidNameException if the octets are not whole labels, or the name gets too long
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static DomainName ofWire(byte[] octets, int offset, int length, DomainName suffix) {
    DomainName longer = join(octets, offset, length, suffix);
    if (longer == null) {
      throw new InvalidNameException("name longer than 255 octets", MAX_OCTETS);
    }
    return longer;
  }

  /** Makes a name of an array that nobody else holds. */
  private static DomainName ofOwned(byte[] wire) {
    if (wire.length > MAX_OCTETS) {
      throw new InvalidNameException("name longer than 255 octets", MAX_OCTETS);
    }
    int labels = 0;
    int at = 0;
    while (at < wire.length && wire[at] != 0) {
      int length = wire[at];
      if (length < 0 || length > MAX_LABEL_OCTETS) {
        throw new InvalidNameException("label longer than 63 octets", at);
      }
      at += 1 + length;
      labels++;
    }
    if (at >= wire.length) {
      throw new InvalidNameException("no root label ends the name", wire.length);
    }
    if (at != wire.length - 1) {
      throw new InvalidNameException("octets after the root label", at + 1);
    }
    return labels == 0 ? ROOT : new DomainName(wire, 0, labels);
  }

  /** Returns the length on the wire, the root's octet included: 1 to 255. */
  public int octets() {
    return wire.length - start;
  }

  /** Returns the number of labels, the root's not counted: 0 for the root, 1 for {@code com.}. */
  public int labelCount() {
    return labels;
  }

  /** Says whether this is the root. */
  public boolean isRoot() {
    return labels == 0;
  }

  /** Says whether the leftmost label is {@code *} (RFC 4592 2.1.1). */
  public boolean isWildcard() {
    return wire[start] == 1 && wire[start + 1] == '*';
  }

  /**
   * Returns a copy of the octets of one label, without its length octet.
   *
   * @param index 0 for the leftmost
   * @throws IndexOutOfBoundsException if there is no such label
   */
  public byte[] label(int index) {
    if (index < 0 || index >= labels) {
      throw new IndexOutOfBoundsException("label " + index + " of " + labels);
    }
    int at = labelStart(index);
    return Arrays.copyOfRange(wire, at + 1, at + 1 + wire[at]);
  }

  /**
   * Returns the name without its leftmost label; octets are shared.
   *
   * @throws IllegalStateException at the root
   */
  public DomainName parent() {
    if (isRoot()) {
      throw new IllegalStateException("the root has no parent");
    }
    return suffix(labels - 1);
  }

  /**
   * Returns the name made of the last {@code count} labels; octets are shared.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public DomainName suffix(int count) {
    if (count < 0 || count > labels) {
      throw new IndexOutOfBoundsException(count + " labels of " + labels);
    }
    if (count == labels) {
      return this;
    }
    return count == 0 ? ROOT : new DomainName(wire, labelStart(labels - count), count);
  }

  /** Says whether this name is strictly below {@code other} in the tree. */
  public boolean isBelow(DomainName other) {
    return labels > other.labels && isAtOrBelow(other);
  }

  /** Says whether this name is {@code other} or below it in the tree. */
  public boolean isAtOrBelow(DomainName other) {
    if (labels < other.labels || octets() < other.octets()) {
      return false;
    }
    int from = wire.length - other.octets();
    return labelStart(labels - other.labels) == from && sameOctets(from, other, other.start);
  }

  /** Returns how many labels, counted from the right, the two names have in common. */
  public int commonLabels(DomainName other) {
    int depth = Math.min(labels, other.labels);
    int mine = labelStart(labels - depth);
    int theirs = other.labelStart(other.labels - depth);
    int common = depth;
    for (int left = depth - 1; left >= 0; left--) {
      if (compareLabels(mine, other, theirs) != 0) {
        common = left;
      }
      mine += 1 + wire[mine];
      theirs += 1 + other.wire[theirs];
    }
    return common;
  }

  /**
   * Returns the name with one more label on the left.
   *
   * @param label the presentation form of one label; a dot in it must be escaped
   * @throws InvalidNameException if the text is no label or the name gets too long
   */
  public DomainName child(String label) {
    return prepend(NameText.parseLabel(label));
  }

  /**
   * Returns {@code *.} before this name.
   *
   * @throws InvalidNameException if the name gets too long
   */
  public DomainName wildcard() {
    return prepend(WILDCARD_LABEL);
  }

  private DomainName prepend(byte[] label) {
    return ofWire(label, 0, label.length, this);
  }

  /**
   * Returns this name with {@code newSuffix} in place of {@code oldSuffix}, as a DNAME record
   * rewrites it (RFC 6672 2.2); empty if the result would be longer than 255 octets.
   *
   * @throws IllegalArgumentException if this name is not at or below {@code oldSuffix}
   */
  public Optional<DomainName> replaceSuffix(DomainName oldSuffix, DomainName newSuffix) {
    if (!isAtOrBelow(oldSuffix)) {
      throw new IllegalArgumentException(this + " is not below " + oldSuffix);
    }
    return Optional.ofNullable(join(wire, start, octets() - oldSuffix.octets(), newSuffix));
  }

  /** Puts whole labels before a name; null if that is too long. */
  private static @Nullable DomainName join(byte[] labels, int from, int length, DomainName suffix) {
    if (length == 0) {
      return suffix;
    }
    if (length + suffix.octets() > MAX_OCTETS) {
      return null;
    }
    byte[] joined = new byte[length + suffix.octets()];
    System.arraycopy(labels, from, joined, 0, length);
    suffix.copyTo(joined, length);
    return ofOwned(joined);
  }

  /** Returns this name with its ASCII letters in lower case. */
  public DomainName lowerCase() {
    for (int i = start; i < wire.length; i++) {
      if (lower(wire[i]) != wire[i]) {
        byte[] lowered = toWire();
        for (int j = i - start; j < lowered.length; j++) {
          lowered[j] = lower(lowered[j]);
        }
        return new DomainName(lowered, 0, labels);
      }
    }
    return this;
  }

  /** Returns a copy of the uncompressed wire form. */
  public byte[] toWire() {
    return Arrays.copyOfRange(wire, start, wire.length);
  }

  /**
   * Copies the uncompressed wire form into {@code target} and returns how many octets that were.
   *
   * @throws IndexOutOfBoundsException if the target is too short
   */
  public int copyTo(byte[] target, int offset) {
    System.arraycopy(wire, start, target, offset, octets());
    return octets();
  }

  /**
   * Returns one octet of the uncompressed wire form, 0 to 255.
   *
   * @throws IndexOutOfBoundsException if {@code index} is not below {@link #octets}
   */
  public int octetAt(int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException(index);
    }
    return wire[start + index] & 0xFF;
  }

  /**
   * Says whether the last octets of two names are the same, without ASCII case. With names that
   * share their octets, or have the same case, that takes no look at each octet.
   *
   * @param octets how many; at most what either has, and a label begins there in both
   */
  @SuppressWarnings("ReferenceEquality") // names that share an array end where it ends
  public boolean sameEnd(DomainName other, int octets) {
    if (wire == other.wire) {
      return true;
    }
    int mine = wire.length - octets;
    int theirs = other.wire.length - octets;
    int same = Arrays.mismatch(wire, mine, wire.length, other.wire, theirs, other.wire.length);
    return same < 0 || sameOctets(mine + same, other, theirs + same);
  }

  /** Says whether the two names have the same octets, case included. */
  public boolean equalsExactly(DomainName other) {
    return Arrays.equals(wire, start, wire.length, other.wire, other.start, other.wire.length);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this
        || (object instanceof DomainName other
            && labels == other.labels
            && octets() == other.octets()
            && (hash == other.hash || hash == 0 || other.hash == 0)
            && sameOctets(start, other, other.start));
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = hash(0, 0, octets());
      hash = h;
    }
    return h;
  }

  /**
   * Takes a hash further over some octets of the uncompressed wire form; begun with 0, it is {@link
   * #hashCode} when it has been taken over all of them. The base is 31.
   *
   * @throws IndexOutOfBoundsException if the range is not within the name
   */
  public int hash(int begun, int from, int to) {
    Objects.checkFromToIndex(from, to, octets());
    int h = begun;
    for (int i = start + from; i < start + to; i++) {
      h = 31 * h + lower(wire[i]);
    }
    return h;
  }

  /** Compares in the canonical order of RFC 4034 6.1: label by label from the right. */
  @Override
  public int compareTo(DomainName other) {
    int depth = Math.min(labels, other.labels);
    int mine = labelStart(labels - depth);
    int theirs = other.labelStart(other.labels - depth);
    // The rightmost difference decides, so the last one met on the way right does.
    int order = 0;
    for (int left = depth; left > 0; left--) {
      int difference = compareLabels(mine, other, theirs);
      order = difference != 0 ? difference : order;
      mine += 1 + wire[mine];
      theirs += 1 + other.wire[theirs];
    }
    return order != 0 ? order : Integer.compare(labels, other.labels);
  }

  /** Returns the presentation form: absolute, printable ASCII, all else as {@code \DDD}. */
  @Override
  public String toString() {
    return NameText.format(this);
  }

  /** Returns where in {@code wire} a label's length octet stands; the root's after the last. */
  private int labelStart(int index) {
    int at = start;
    for (int i = 0; i < index; i++) {
      at += 1 + wire[at];
    }
    return at;
  }

  private int compareLabels(int mine, DomainName other, int theirs) {
    int shorter = Math.min(wire[mine], other.wire[theirs]);
    for (int i = 1; i <= shorter; i++) {
      int difference = (lower(wire[mine + i]) & 0xFF) - (lower(other.wire[theirs + i]) & 0xFF);
      if (difference != 0) {
        return difference;
      }
    }
    return wire[mine] - other.wire[theirs];
  }

  /** Compares {@code wire[from..]} with as many octets of another name, which are its last. */
  private boolean sameOctets(int from, DomainName other, int theirs) {
    // A length octet is at most 63 and no letter, so lowering may treat it like any other octet.
    for (int i = from, j = theirs; i < wire.length; i++, j++) {
      if (wire[i] != other.wire[j] && lower(wire[i]) != lower(other.wire[j])) {
        return false;
      }
    }
    return true;
  }

  private static byte lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? (byte) (octet | 0x20) : octet;
  }
}
