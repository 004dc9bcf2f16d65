// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Somebody else's provider, for which every name is 192.0.2.66. */
public final class OtherProvider extends InetAddressResolverProvider {

  /** For the service loader. */
  public OtherProvider() {}

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        return Stream.of(InetAddress.getByAddress(host, new byte[] {(byte) 192, 0, 2, 66}));
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        throw new UnknownHostException();
      }
    };
  }

  @Override
  public String name() {
    return "other";
  }
}
