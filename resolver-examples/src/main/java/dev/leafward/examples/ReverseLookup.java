// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.wire.io.IpText;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.PTR;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.net.InetAddress;

/** Finds the name of an address, and whether that name leads back to it. */
public final class ReverseLookup {

  private ReverseLookup() {}

  /** Looks up the IPv4 address given, or {@code 203.6.74.5}. */
  public static void main(String... args) throws IOException {
    String text = args.length > 0 ? args[0] : "203.6.74.5";
    InetAddress address = InetAddress.getByAddress(IpText.parseV4(text));
    try (LoopbackInternet internet = DemoInternet.onLoopback();
        Resolver resolver = internet.recursive().build()) {
      Answer answer = resolver.reverse(address);
      if (answer instanceof Answer.Found found) {
        for (PTR pointer : found.as(PTR.class)) {
          String judgement =
              leadsTo(address, pointer.target(), resolver) ? "confirmed" : "not confirmed";
          System.out.println(text + " is " + pointer.target() + " (" + judgement + ")");
        }
      } else {
        System.out.println(text + " has no name");
      }
    }
  }

  // Whoever owns an address may name it as he likes: only the name's owner can confirm it.
  private static boolean leadsTo(InetAddress address, DomainName name, Resolver resolver)
      throws IOException {
    return resolver.resolve(new Question(name, RRType.A)) instanceof Answer.Found found
        && found.addresses().contains(address);
  }
}
