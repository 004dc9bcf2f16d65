// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The names and addresses of a hosts file, {@code hosts(5)}, as Linux, macOS and Windows have it.
 *
 * <p>Names are compared without regard to case and to a trailing dot; a name on several lines has
 * the addresses of all of them, in their order. A look-up takes the same time however many lines
 * there are. What a name means that is in no file, {@code localhost} too, is not for this class.
 */
public final class HostsFile {

  /** No file, or one without a name in it. */
  public static final HostsFile EMPTY = new HostsFile("default", List.of(), List.of());

  private final String source;
  private final List<Entry> entries;
  private final List<Ignored> ignored;
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Map<InetAddress, List<Entry>> byAddress = new HashMap<>();

  HostsFile(String source, List<Entry> entries, List<Ignored> ignored) {
    this.source = source;
    this.entries = List.copyOf(entries);
    this.ignored = List.copyOf(ignored);
    for (Entry entry : this.entries) {
      byAddress.computeIfAbsent(entry.address(), address -> new ArrayList<>(1)).add(entry);
      for (String name : entry.names()) {
        byName.computeIfAbsent(key(name), text -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  /**
   * Reads a file. A line that has no address or no name is left out and listed.
   *
   * @param text the contents of the file; empty if there is none
   * @param source what the origins call it
   */
  public static HostsFile parse(String text, String source) {
    return parse(text, source, interfaceName -> OptionalInt.empty());
  }

  static HostsFile parse(String text, String source, InterfaceNames interfaces) {
    return new HostsFileParser(source, interfaces).parse(text);
  }

  /** The addresses of a host, each once; none if the file doesn't name it. */
  public List<InetAddress> addresses(String name) {
    Set<InetAddress> addresses = new LinkedHashSet<>();
    byName.getOrDefault(key(name), List.of()).forEach(entry -> addresses.add(entry.address()));
    return List.copyOf(addresses);
  }

  /** The first name on the first line that names a host. */
  public Optional<String> canonicalName(String name) {
    return byName.getOrDefault(key(name), List.of()).stream()
        .map(entry -> entry.names().getFirst())
        .findFirst();
  }

  /** The names of an address, each once, in the order of the lines; none if it is not there. */
  public List<String> names(InetAddress address) {
    Set<String> names = new LinkedHashSet<>();
    byAddress.getOrDefault(address, List.of()).forEach(entry -> names.addAll(entry.names()));
    return List.copyOf(names);
  }

  /** The lines that name a host, in order. */
  public List<Entry> entries(String name) {
    return List.copyOf(byName.getOrDefault(key(name), List.of()));
  }

  /** The lines with that address, in order. */
  public List<Entry> entries(InetAddress address) {
    return List.copyOf(byAddress.getOrDefault(address, List.of()));
  }

  /** What the origins call the file. */
  public String source() {
    return source;
  }

  /** The lines with an address and a name, in order. */
  public List<Entry> entries() {
    return entries;
  }

  /** What is not used, and why. */
  public List<Ignored> ignored() {
    return ignored;
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /**
   * A line.
   *
   * @param address the address
   * @param names as they are written: the host's name, then others for it; at least one
   * @param origin where it stands
   */
  public record Entry(InetAddress address, List<String> names, Origin origin) {

    /** Copies the list. */
    public Entry {
      names = List.copyOf(names);
    }
  }
}
