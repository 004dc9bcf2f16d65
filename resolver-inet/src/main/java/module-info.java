// SPDX-License-Identifier: Apache-2.0
/** Leafward as the resolver of the whole JVM, behind {@code java.net.InetAddress}. */
module dev.leafward.inet {
  requires transitive dev.leafward.resolver;
  requires org.slf4j;
  requires static jdk.jfr;
  requires static org.jspecify;

  exports dev.leafward.inet;

  uses dev.leafward.inet.ResolverSource;

  provides java.net.spi.InetAddressResolverProvider with
      dev.leafward.inet.LeafwardInetAddressResolverProvider;
}
