// SPDX-License-Identifier: Apache-2.0
/** A recursive DNS resolver: it starts at the root and follows referrals itself. */
module dev.leafward.resolver {
  requires transitive dev.leafward.wire;
  requires dev.leafward.roothints;
  requires com.google.common;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.leafward.resolver;
  exports dev.leafward.resolver.answer;
  exports dev.leafward.resolver.config;
  exports dev.leafward.resolver.host;
  exports dev.leafward.resolver.spi;
  exports dev.leafward.resolver.system;
}
