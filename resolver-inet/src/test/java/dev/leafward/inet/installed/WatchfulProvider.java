// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.installed;

import dev.leafward.inet.LeafwardInetAddressResolverProvider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Leafward's provider, and a look at who asks: code of ours, but for tests, never should, whether
 * it resolves for the JDK just then or for anybody else.
 */
public final class WatchfulProvider extends InetAddressResolverProvider {

  private static final String PROBE = "dev.leafward.inet.Prober";
  private static final List<String> CAUGHT = new CopyOnWriteArrayList<>();

  /** For the service loader. */
  public WatchfulProvider() {}

  /** Where code of ours has looked something up, with what. */
  static List<String> caught() {
    return CAUGHT;
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver leafward = new LeafwardInetAddressResolverProvider().get(configuration);
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        look(host);
        return leafward.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        look(InetAddress.getByAddress(address).getHostAddress());
        return leafward.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "Leafward, watched";
  }

  private static void look(String what) {
    List<Class<?>> ours =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(WatchfulProvider::isOurs)
                    .toList());
    if (ours.stream().noneMatch(type -> type.getName().equals(PROBE)) && !ours.isEmpty()) {
      CAUGHT.add(what + " by " + ours);
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("dev.leafward.")
        && !type.getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath()
            .contains("test-classes");
  }
}
