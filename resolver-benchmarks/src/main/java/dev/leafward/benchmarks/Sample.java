// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.message.HeaderFlag;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.util.List;
import java.util.Locale;

/**
 * The messages that every library decodes and encodes.
 *
 * <p>They are the shapes a resolver meets most: what it asks, an answer behind aliases, a referral
 * by a top-level domain's parent, and a signed denial. Names are compressed as far as they can be.
 */
public enum Sample {
  /** A question and OPT, 40 octets. */
  QUERY("www.163.com."),
  /** Two aliases, three addresses, five name servers, two addresses of theirs, and OPT. */
  CHAIN("www.163.com."),
  /** Thirteen name servers with an address of each family, and OPT. */
  REFERRAL("www.163.com."),
  /** A SOA record and three NSEC3 records, each with an ECDSA signature, and OPT. */
  NXDOMAIN("no-such-name.example-zone.com.");

  private static final String CHAIN_ANSWERS =
      """
      www.163.com.               535 IN CNAME www.163.com.lxdns.com.
      www.163.com.lxdns.com.     536 IN CNAME 163.xdwscache.ourglb0.com.
      163.xdwscache.ourglb0.com.  38 IN A     122.13.74.252
      163.xdwscache.ourglb0.com.  38 IN A     157.255.20.6
      163.xdwscache.ourglb0.com.  38 IN A     112.90.246.87
      """;

  private final String asked;

  Sample(String asked) {
    this.asked = asked;
  }

  /** Returns the message as a value. */
  public Message message() {
    Message.Builder message = Message.query(new Question(DomainName.of(asked), RRType.A)).id(4711);
    message.recursionDesired();
    switch (this) {
      case QUERY -> {}
      case CHAIN -> chain(message);
      case REFERRAL -> referral(message);
      case NXDOMAIN -> nxdomain(message);
    }
    Edns edns = Edns.of(Edns.DEFAULT_SIZE);
    return message.edns(this == NXDOMAIN ? edns.withDnssecOk() : edns).build();
  }

  /** Returns the message on the wire. */
  public byte[] octets() {
    return MessageCodec.encode(message());
  }

  private static void chain(Message.Builder message) {
    StringBuilder servers = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      servers.append("ourglb0.com. 86400 IN NS dns").append(i).append(".ourglb0.com.\n");
    }
    StringBuilder addresses = new StringBuilder();
    for (int i = 1; i <= 2; i++) {
      addresses.append("dns").append(i).append(".ourglb0.com. 86400 IN A 192.0.2.").append(i);
      addresses.append('\n');
    }
    reply(message)
        .add(Section.ANSWER, records(CHAIN_ANSWERS))
        .add(Section.AUTHORITY, records(servers.toString()))
        .add(Section.ADDITIONAL, records(addresses.toString()));
  }

  private static void referral(Message.Builder message) {
    StringBuilder servers = new StringBuilder();
    StringBuilder addresses = new StringBuilder();
    StringBuilder addresses6 = new StringBuilder();
    for (int i = 1; i <= 13; i++) {
      String server = (char) ('a' + i - 1) + ".gtld-servers.net.";
      servers.append("com. 172800 IN NS ").append(server).append('\n');
      addresses.append(server).append(" 172800 IN A 192.0.2.").append(i).append('\n');
      addresses6.append(server).append(" 172800 IN AAAA 2001:db8:4::").append(i).append('\n');
    }
    reply(message)
        .add(Section.AUTHORITY, records(servers.toString()))
        .add(Section.ADDITIONAL, records(addresses.append(addresses6).toString()));
  }

  private static void nxdomain(Message.Builder message) {
    String zone = "example-zone.com.";
    StringBuilder denial = new StringBuilder();
    denial.append(zone).append(" 900 IN SOA ns1.").append(zone).append(" hostmaster.").append(zone);
    denial.append(" 2024060101 7200 3600 1209600 900\n");
    denial.append(signature(zone, "SOA 13 2", zone, 0));
    for (int i = 1; i <= 3; i++) {
      String owner = hash(i) + '.' + zone;
      denial.append(owner).append(" 900 IN NSEC3 1 0 0 - ").append(hash(i + 10));
      denial.append(" A NS SOA MX TXT AAAA RRSIG DNSKEY NSEC3PARAM\n");
      denial.append(signature(owner, "NSEC3 13 3", zone, i));
    }
    reply(message).rcode(Rcode.NXDOMAIN).add(Section.AUTHORITY, records(denial.toString()));
  }

  /** 32 digits of base32hex that differ between seeds. */
  private static String hash(int seed) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      digits.append(Character.forDigit((seed * 7 + i * (seed + 11)) % 32, 32));
    }
    return digits.toString().toLowerCase(Locale.ROOT);
  }

  private static String signature(String owner, String covered, String zone, int seed) {
    StringBuilder base64 = new StringBuilder();
    for (int i = 0; i < 85; i++) {
      base64.append((char) ('A' + (seed * 5 + i * (seed + 3)) % 26));
    }
    return owner
        + " 900 IN RRSIG "
        + covered
        + " 900 20350101000000 20200101000000 6361 "
        + zone
        + " "
        + base64
        + "A==\n";
  }

  private static Message.Builder reply(Message.Builder message) {
    return message.flag(HeaderFlag.QR).flag(HeaderFlag.RA);
  }

  private static List<ResourceRecord> records(String lines) {
    try {
      return ZoneFileReader.readAll(lines, DomainName.ROOT);
    } catch (TextFormatException e) {
      throw new IllegalStateException("a sample is malformed", e);
    }
  }
}
