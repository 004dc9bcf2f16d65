// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.host.Searching;
import dev.leafward.resolver.system.ConfigurationSource;

/**
 * Completes names by this machine's search list.
 *
 * @param configuration says what the list is, when there is something to complete
 */
record ShortNames(ConfigurationSource configuration) {

  /** A search for what a name may be short for, in a resolver. */
  Searching search(Query.ShortName name, Resolver resolver) {
    SearchList machines = configuration.current().resolver().searchList();
    SearchList list =
        name.ndots().isPresent() ? machines.withNdots(name.ndots().getAsInt()) : machines;
    return Searching.over(resolver, list);
  }
}
