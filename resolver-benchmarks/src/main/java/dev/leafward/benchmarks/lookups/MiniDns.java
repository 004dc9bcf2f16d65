// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.lookups;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minidns.cache.LruCache;
import org.minidns.constants.DnsRootServer;
import org.minidns.iterative.IterativeDnsClient;
import org.minidns.record.Record;

/** MiniDNS's iterative client with a cache that loses nothing. */
final class MiniDns implements Contestant {
  private static final int CACHED_MESSAGES = 1 << 20;

  private final IterativeDnsClient client =
      new IterativeDnsClient(new LruCache(CACHED_MESSAGES, Long.MAX_VALUE));

  /**
   * Puts other root servers in the place of those that MiniDNS has as constants; it offers no way
   * to name others. There must be as many, more are passed over.
   */
  static void startAt(String hints) throws ReflectiveOperationException, TextFormatException {
    List<InetAddress> ipv4 = new ArrayList<>();
    List<InetAddress> ipv6 = new ArrayList<>();
    for (ResourceRecord record : ZoneFileReader.readAll(hints, DomainName.ROOT)) {
      switch (record.data()) {
        case A a -> ipv4.add(a.address());
        case AAAA aaaa -> ipv6.add(aaaa.address());
        default -> {}
      }
    }
    replace("IPV4", ipv4);
    replace("IPV6", ipv6);
  }

  @SuppressWarnings("unchecked") // the maps' types are those of private fields
  private static void replace(String family, List<InetAddress> servers)
      throws ReflectiveOperationException {
    Object array = constant(family + "_ROOT_SERVERS");
    int count = Array.getLength(array);
    if (servers.size() < count) {
      throw new IllegalArgumentException(
          "MiniDNS has " + count + " root servers by " + family + ", the hints " + servers.size());
    }
    Map<Character, InetAddress> map =
        (Map<Character, InetAddress>) constant(family + "_ROOT_SERVER_MAP");
    map.clear();
    for (int i = 0; i < count; i++) {
      Array.set(array, i, servers.get(i));
      map.put((char) ('a' + i), servers.get(i));
    }
  }

  private static Object constant(String name) throws ReflectiveOperationException {
    Field field = DnsRootServer.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  @Override
  public boolean findsAddress(String name) throws IOException {
    String withoutDot = name.substring(0, name.length() - 1);
    return !client.query(withoutDot, Record.TYPE.A).response.answerSection.isEmpty();
  }

  @Override
  public void close() {}
}
