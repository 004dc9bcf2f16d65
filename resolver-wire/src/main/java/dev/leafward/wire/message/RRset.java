// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRSIG;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All records of one owner, class and type, with the signatures over them.
 *
 * <p>RFC 2181 5: a set, so that no data is there twice, with one TTL, the least of its records'.
 * RFC 4034 3: signatures share the TTL of what they cover.
 *
 * <p>Immutable, with value equality; the order of the data is kept, and counts in a comparison. It
 * has at least one item of data.
 */
public final class RRset {
  private final DomainName name;
  private final RRClass rrClass;
  private final RRType type;
  private final long ttl;
  private final List<RData> rdata;
  private final List<RRSIG> signatures;

  private RRset(Key key, long ttl, List<RData> rdata, List<RRSIG> signatures) {
    this.name = key.name;
    this.rrClass = key.rrClass;
    this.type = key.type;
    this.ttl = ttl;
    this.rdata = rdata;
    this.signatures = signatures;
  }

  /**
   * Makes the one set that the records form.
   *
   * @throws IllegalArgumentException if there are none, or they form several
   */
  public static RRset of(ResourceRecord... records) {
    List<RRset> sets = group(List.of(records));
    if (sets.size() != 1) {
      throw new IllegalArgumentException("records of " + sets.size() + " RRsets");
    }
    return sets.get(0);
  }

  /**
   * Makes the set of these data.
   *
   * @param ttl in seconds: 0 to 2147483647
   * @param rdata at least one item, all of one type; what is there twice is taken once
   * @param signatures those over the set; may be empty
   * @throws IllegalArgumentException if there are no data, or of several types, or the TTL is out
   *     of range
   */
  public static RRset of(
      DomainName name,
      RRClass rrClass,
      long ttl,
      List<? extends RData> rdata,
      List<RRSIG> signatures) {
    if (rdata.isEmpty() || ttl < 0 || ttl > ResourceRecord.MAX_TTL) {
      throw new IllegalArgumentException(rdata.size() + " items of data, a TTL of " + ttl);
    }
    RRType type = rdata.get(0).type();
    for (RData each : rdata) {
      if (!each.type().equals(type)) {
        throw new IllegalArgumentException(each.type() + " among data of type " + type);
      }
    }
    return new RRset(
        new Key(name, rrClass, type),
        ttl,
        List.copyOf(DistinctData.of(rdata)),
        DistinctData.of(signatures));
  }

  /**
   * Sorts records into sets, in the order in which their data first appears. A signature goes to
   * the set it covers; where that is not there, it is data of a set of type RRSIG, and these come
   * last.
   */
  public static List<RRset> group(List<ResourceRecord> records) {
    Map<Key, Group> groups = new LinkedHashMap<>();
    for (ResourceRecord each : records) {
      if (!(each.data() instanceof RRSIG)) {
        groups.computeIfAbsent(Key.of(each, each.type()), Group::new).add(each);
      }
    }
    Map<Key, Group> uncovered = new LinkedHashMap<>();
    for (ResourceRecord each : records) {
      if (each.data() instanceof RRSIG signature) {
        Group covered = groups.get(Key.of(each, signature.typeCovered()));
        if (covered != null) {
          covered.sign(signature, each.ttl());
        } else {
          uncovered.computeIfAbsent(Key.of(each, RRType.RRSIG), Group::new).add(each);
        }
      }
    }
    List<RRset> sets = new ArrayList<>(groups.size() + uncovered.size());
    groups.values().forEach(group -> sets.add(group.build()));
    uncovered.values().forEach(group -> sets.add(group.build()));
    return List.copyOf(sets);
  }

  /** Returns the owner. */
  public DomainName name() {
    return name;
  }

  /** Returns the type. */
  public RRType type() {
    return type;
  }

  /** Returns the class. */
  public RRClass rrClass() {
    return rrClass;
  }

  /** Returns the time to live, in seconds: 0 to 2147483647. */
  public long ttl() {
    return ttl;
  }

  /** Returns the data: at least one item, none twice. */
  public List<RData> rdata() {
    return rdata;
  }

  /** Returns the signatures over the set; there may be none. */
  public List<RRSIG> signatures() {
    return signatures;
  }

  /** Returns the data of that kind; what is of another kind is left out. */
  public <T extends RData> List<T> as(Class<T> kind) {
    List<T> data = new ArrayList<>(rdata.size());
    for (RData each : rdata) {
      if (kind.isInstance(each)) {
        data.add(kind.cast(each));
      }
    }
    return data;
  }

  /** Returns the records, then those of the signatures. */
  public List<ResourceRecord> records() {
    List<ResourceRecord> records = new ArrayList<>(rdata.size() + signatures.size());
    rdata.forEach(data -> records.add(new ResourceRecord(name, rrClass, ttl, data)));
    signatures.forEach(data -> records.add(new ResourceRecord(name, rrClass, ttl, data)));
    return records;
  }

  /** Returns the same set with another time to live, in seconds: 0 to 2147483647. */
  public RRset withTtl(long seconds) {
    if (seconds < 0 || seconds > ResourceRecord.MAX_TTL) {
      throw new IllegalArgumentException("a TTL of " + seconds + " seconds");
    }
    return new RRset(new Key(name, rrClass, type), seconds, rdata, signatures);
  }

  /**
   * Returns a set with the same owner, class, type and TTL and other data. It has no signatures:
   * those over this set do not hold for it.
   *
   * @param data at least one item, all of the set's type
   * @throws IllegalArgumentException if there are none, or of another type
   */
  public RRset withRData(List<? extends RData> data) {
    RRset other = of(name, rrClass, ttl, data, List.of());
    if (!other.type.equals(type)) {
      throw new IllegalArgumentException("data of type " + other.type + " in a set of " + type);
    }
    return other;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RRset other
        && name.equals(other.name)
        && rrClass.equals(other.rrClass)
        && type.equals(other.type)
        && ttl == other.ttl
        && rdata.equals(other.rdata)
        && signatures.equals(other.signatures);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rrClass, type, ttl, rdata, signatures);
  }

  /** Returns the lines of a zone file, one for each record. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (ResourceRecord each : records()) {
      text.append(text.isEmpty() ? "" : "\n").append(each);
    }
    return text.toString();
  }

  /** What makes records a set. Comparable, so that names with equal hashes stay cheap in a map. */
  record Key(DomainName name, RRClass rrClass, RRType type) implements Comparable<Key> {
    static Key of(ResourceRecord each, RRType type) {
      return new Key(each.name(), each.rrClass(), type);
    }

    @Override
    public int compareTo(Key other) {
      int order = name.compareTo(other.name);
      if (order == 0) {
        order = Integer.compare(type.code(), other.type.code());
      }
      return order != 0 ? order : Integer.compare(rrClass.code(), other.rrClass.code());
    }
  }

  /** A set that is still growing. */
  private static final class Group {
    private final Key key;
    private final List<RData> data = new ArrayList<>();
    private final List<RRSIG> signatures = new ArrayList<>();
    private long ttl = ResourceRecord.MAX_TTL;

    Group(Key key) {
      this.key = key;
    }

    void add(ResourceRecord each) {
      data.add(each.data());
      ttl = Math.min(ttl, each.ttl());
    }

    void sign(RRSIG signature, long signatureTtl) {
      signatures.add(signature);
      ttl = Math.min(ttl, signatureTtl);
    }

    RRset build() {
      return new RRset(key, ttl, DistinctData.of(data), DistinctData.of(signatures));
    }
  }
}
