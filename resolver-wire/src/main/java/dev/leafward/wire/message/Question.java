// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a query asks: a name, a type and a class (RFC 1035 4.1.2).
 *
 * <p>Ordered by name, type and class, so that a hash table under flooding can keep questions that
 * collide in a tree: whoever asks chooses the names, and how they are hashed is known.
 *
 * @param name the name asked about (QNAME)
 * @param type the type of records wanted (QTYPE)
 * @param rrClass the class they are wanted in (QCLASS)
 */
public record Question(DomainName name, RRType type, RRClass rrClass)
    implements Comparable<Question> {

  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::name)
          .thenComparing(Question::type)
          .thenComparing(Question::rrClass);

  /** Checks that nothing is null. */
  public Question {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(rrClass, "rrClass");
  }

  /** Asks in the class IN. */
  public Question(DomainName name, RRType type) {
    this(name, type, RRClass.IN);
  }

  @Override
  public int compareTo(Question other) {
    return ORDER.compare(this, other);
  }

  /** Returns the like of {@code www.example.com. IN A}. */
  @Override
  public String toString() {
    return name + " " + rrClass + " " + type;
  }
}
