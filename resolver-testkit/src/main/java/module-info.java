// SPDX-License-Identifier: Apache-2.0
/** Mocked authorities for tests: a little Internet on loopback or in virtual time. */
module dev.leafward.testkit {
  requires transitive dev.leafward.resolver;
  requires com.google.common;
  requires static org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.leafward.testkit;
  exports dev.leafward.testkit.demo;
  exports dev.leafward.testkit.replay;
  exports dev.leafward.testkit.replay.scenario;
  exports dev.leafward.testkit.server;
  exports dev.leafward.testkit.simulation;
  exports dev.leafward.testkit.zone;
}
