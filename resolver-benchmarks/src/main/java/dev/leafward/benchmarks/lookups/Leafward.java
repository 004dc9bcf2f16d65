// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks.lookups;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;

/** Leafward, as it comes. */
final class Leafward implements Contestant {
  private final Resolver resolver;

  Leafward(String hints) throws TextFormatException {
    resolver = Resolver.recursive().hints(hints).build();
  }

  @Override
  public boolean findsAddress(String name) throws IOException {
    return resolver.resolve(name, RRType.A) instanceof Answer.Found;
  }

  @Override
  public void close() {
    resolver.close();
  }
}
