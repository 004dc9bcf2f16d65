// SPDX-License-Identifier: Apache-2.0
/** DNS names, records and messages: octets, immutable values, text. */
module dev.leafward.wire {
  requires static org.jspecify;

  exports dev.leafward.wire.edns;
  exports dev.leafward.wire.io;
  exports dev.leafward.wire.message;
  exports dev.leafward.wire.name;
  exports dev.leafward.wire.rdata;
  exports dev.leafward.wire.text;
  exports dev.leafward.wire.tsig;
}
