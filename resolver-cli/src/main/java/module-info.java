// SPDX-License-Identifier: Apache-2.0
/** The leafward command. */
module dev.leafward.cli {
  requires dev.leafward.resolver;
  requires dev.leafward.testkit;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires info.picocli;
  requires static org.jspecify;

  opens dev.leafward.cli to
      info.picocli;
}
