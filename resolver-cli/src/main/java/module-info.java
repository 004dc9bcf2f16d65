// SPDX-License-Identifier: Apache-2.0
/** The leafward command. */
@SuppressWarnings("requires-automatic") // ICU4J has a module name, but no descriptor
module dev.leafward.cli {
  requires dev.leafward.resolver;
  requires dev.leafward.testkit;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires com.ibm.icu;
  requires info.picocli;
  requires jdk.management;
  requires static org.jspecify;

  opens dev.leafward.cli to
      info.picocli;
}
