// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.NsSwitch.Action;
import dev.leafward.resolver.system.NsSwitch.Status;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One lookup in the places of {@code nsswitch.conf(5)}, in their order and by their actions.
 *
 * <p>What is found counts, whatever failed before; where nothing is, a failure counts more than "no
 * such host". A service that is none of ours is unavailable, as a missing module is to glibc.
 */
final class HostSwitch {

  private final NsSwitch order;
  private final Map<String, HostService> services;
  private final List<HostStep> steps = new ArrayList<>();
  private @Nullable ResolutionException failure;

  HostSwitch(NsSwitch order, Map<String, HostService> services) {
    this.order = order;
    this.services = services;
  }

  /**
   * Looks for the addresses of a host.
   *
   * @throws ResolutionException if it cannot be found out
   */
  HostAnswer addresses(String host, AddressFamilies families) throws ResolutionException {
    List<HostAnswer> said =
        ask(
            service -> service.lookup(host, families),
            HostAnswer.Addresses.class::isInstance,
            HostAnswer::steps);
    List<HostAnswer.Addresses> found = of(HostAnswer.Addresses.class, said).toList();
    if (!found.isEmpty()) {
      return new HostAnswer.Addresses(
          host,
          found.getFirst().canonicalName(),
          found.stream().flatMap(each -> each.entries().stream()).toList(),
          least(found.stream().map(HostAnswer::ttl)),
          found.stream().anyMatch(HostAnswer::isStale),
          steps);
    }
    throwFailure();
    OptionalLong ttl = least(said.stream().map(HostAnswer::ttl));
    boolean isStale = said.stream().anyMatch(HostAnswer::isStale);
    return of(HostAnswer.NoAddress.class, said).findFirst().isPresent()
        ? new HostAnswer.NoAddress(host, ttl, isStale, steps)
        : new HostAnswer.NoSuchHost(host, ttl, isStale, steps);
  }

  /**
   * Looks for the names of an address.
   *
   * @throws ResolutionException if they cannot be found out
   */
  AddressNames names(InetAddress address) throws ResolutionException {
    List<AddressNames> said =
        ask(
            service -> service.lookup(address),
            names -> !names.names().isEmpty(),
            AddressNames::steps);
    List<AddressNames> found = said.stream().filter(each -> !each.names().isEmpty()).toList();
    if (found.isEmpty()) {
      throwFailure();
    }
    List<AddressNames> counting = found.isEmpty() ? said : found;
    return new AddressNames(
        address,
        counting.stream().flatMap(each -> each.names().stream()).toList(),
        least(counting.stream().map(AddressNames::ttl)),
        counting.stream().anyMatch(AddressNames::isStale),
        steps);
  }

  private <T> List<T> ask(
      Inquiry<T> inquiry, Predicate<T> isFound, Function<T, List<HostStep>> stepsOf) {
    List<T> said = new ArrayList<>();
    for (NsSwitch.Service each : order.services()) {
      HostService service = services.get(each.name());
      Status status = Status.UNAVAIL;
      if (service == null) {
        steps.add(HostStep.of(each.name(), "not among the places that are asked here"));
      } else {
        try {
          T answer = inquiry.put(service);
          said.add(answer);
          steps.addAll(stepsOf.apply(answer));
          status = isFound.test(answer) ? Status.SUCCESS : Status.NOTFOUND;
        } catch (ResolutionException e) {
          status = failed(each.name(), e);
        }
      }
      if (each.after(status) == Action.RETURN) {
        break;
      }
    }
    return said;
  }

  /**
   * The status that glibc's module for the DNS gives: one whose servers all fail is no better than
   * one whose servers are all silent. TRYAGAIN is left for where no server is configured at all.
   */
  private Status failed(String name, ResolutionException e) {
    failure = failure == null ? e : failure;
    steps.add(new HostStep(name, () -> String.valueOf(e.getMessage()), List.of(e.explanation())));
    return Status.UNAVAIL;
  }

  private void throwFailure() throws ResolutionException {
    if (failure != null) {
      throw failure;
    }
  }

  private static <T> Stream<T> of(Class<T> kind, List<? super T> said) {
    return said.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static OptionalLong least(Stream<OptionalLong> ttls) {
    return ttls.flatMapToLong(OptionalLong::stream).min();
  }

  /** What a service is asked. */
  @FunctionalInterface
  private interface Inquiry<T> {
    T put(HostService service) throws ResolutionException;
  }
}
