// SPDX-License-Identifier: Apache-2.0
/** Short programs that show how to use the resolver. */
module dev.leafward.examples {
  requires dev.leafward.resolver;
  requires dev.leafward.testkit;
  requires java.net.http; // for the tests, which have no descriptor of their own
  requires static org.jspecify;
}
