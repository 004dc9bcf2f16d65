// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.AddressSet;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.ServiceTarget;
import dev.leafward.resolver.host.Services;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/** Finds where a service runs, and hears of it when its first host moves. */
public final class FollowService {

  private static final String SERVER = "10.0.0.53";

  private FollowService() {}

  /** Looks up the database of a little company, and has it moved. */
  public static void main(String... args) throws IOException, InterruptedException {
    try (LoopbackInternet internet = companyWithDatabaseAt("10.0.0.80");
        Resolver resolver = internet.stub().servers(SERVER).build()) {
      HostResolver hosts = HostResolver.over(resolver).families(AddressFamilies.IPV4).build();
      List<ServiceTarget> targets =
          Services.over(hosts, new SecureRandom())
              .lookup("postgresql", "tcp", "corp.example")
              .targets();
      for (ServiceTarget target : targets) {
        System.out.println(target + " at " + literals(target.addresses()));
      }

      BlockingQueue<AddressSet> sets = new LinkedBlockingQueue<>();
      hosts
          .watch(targets.getFirst().host())
          .every(Duration.ofSeconds(1), Duration.ofMinutes(1))
          .subscribe(new Collecting(sets));
      System.out.println("now at " + literals(sets.take().addresses()));
      place(internet, "10.0.0.81");
      System.out.println("now at " + literals(sets.take().addresses()));
    }
  }

  private static List<String> literals(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).toList();
  }

  private static LoopbackInternet companyWithDatabaseAt(String address) {
    LoopbackInternet internet = MockInternet.onLoopback();
    place(internet, address);
    return internet;
  }

  private static void place(LoopbackInternet internet, String address) {
    internet
        .zone("corp.example.")
        .at(SERVER)
        .text(
            """
            @                3600 SOA ns hostmaster 1 1800 900 604800 300
            @                3600 NS  ns
            ns               3600 A   10.0.0.53
            _postgresql._tcp 3600 SRV 1 0 5432 first
            _postgresql._tcp 3600 SRV 2 0 5433 second
            first            1    A   %s
            second           3600 A   10.0.0.90
            """
                .formatted(address));
  }

  /** Takes all sets that come. The watch ends with the resolver, which is an error to it. */
  private record Collecting(BlockingQueue<AddressSet> sets) implements Flow.Subscriber<AddressSet> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(AddressSet set) {
      sets.add(set);
    }

    @Override
    public void onError(Throwable error) {
      System.err.println(error.getMessage());
    }

    @Override
    public void onComplete() {}
  }
}
