// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.wire.name.DomainName;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.xbill.DNS.Name;

/**
 * What is done with a name of five labels. MiniDNS has no such operations on octets: a name is text
 * to it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Names {
  private static final String TEXT = "www.163.com.163jiasu.com.";

  private String text = TEXT;
  private DomainName name = DomainName.of(TEXT);
  private DomainName other = DomainName.of("WWW.163.com.163JIASU.com.");
  private byte[] octets = name.toWire();
  private Name dnsjavaName = Name.root;
  private Name dnsjavaOther = Name.root;

  /** Makes the names anew, so that none is a constant to the compiler. */
  @Setup
  public void names() throws IOException {
    text = String.valueOf(TEXT.toCharArray());
    name = DomainName.of(text);
    other = DomainName.of(other.toString());
    octets = name.toWire();
    dnsjavaName = Name.fromString(text);
    dnsjavaOther = Name.fromString(other.toString());
  }

  /** Equality without regard to case. */
  @Benchmark
  public boolean leafwardEquals() {
    return name.equals(other);
  }

  /** Equality without regard to case. */
  @Benchmark
  public boolean dnsjavaEquals() {
    return dnsjavaName.equals(dnsjavaOther);
  }

  /** Canonical order. */
  @Benchmark
  public int leafwardCompare() {
    return name.compareTo(other);
  }

  /** Canonical order. */
  @Benchmark
  public int dnsjavaCompare() {
    return dnsjavaName.compareTo(dnsjavaOther);
  }

  /** A name of octets and its hash: both libraries keep a hash once it is known. */
  @Benchmark
  public int leafwardHash() {
    return DomainName.ofWire(octets).hashCode();
  }

  /** A name of octets and its hash: both libraries keep a hash once it is known. */
  @Benchmark
  public int dnsjavaHash() throws IOException {
    return new Name(octets).hashCode();
  }

  /** The name without its first label. */
  @Benchmark
  public DomainName leafwardParent() {
    return name.parent();
  }

  /** The name without its first label. */
  @Benchmark
  public Name dnsjavaParent() {
    return new Name(dnsjavaName, 1);
  }

  /** Text to name. */
  @Benchmark
  public DomainName leafwardFromText() {
    return DomainName.of(text);
  }

  /** Text to name. */
  @Benchmark
  public Name dnsjavaFromText() throws IOException {
    return Name.fromString(text);
  }

  /** Text to name. */
  @Benchmark
  public Object minidnsFromText() {
    return org.minidns.dnsname.DnsName.from(text);
  }

  /** Name to text. */
  @Benchmark
  public String leafwardToText() {
    return name.toString();
  }

  /** Name to text. */
  @Benchmark
  public String dnsjavaToText() {
    return dnsjavaName.toString();
  }
}
