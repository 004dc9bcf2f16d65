// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The message codec is all that DNS over HTTPS (RFC 8484) needs besides an HTTP client: the example
 * of its section 4.2.2, with WireMock as the server.
 */
class DnsOverHttpsTest {

  private static final String MEDIA_TYPE = "application/dns-message";
  private static final Question QUESTION =
      new Question(DomainName.of("www.example.com"), RRType.AAAA);

  /** The reply of RFC 8484 section 4.2.2, octet for octet. */
  private static final byte[] REPLY =
      HexFormat.of()
          .parseHex(
              "00008180000100010000000003777777076578616d706c6503636f6d00001c0001"
                  + "c00c001c000100000e7d001020010db8abcd00120001000200030004");

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeEach
  void startServer() {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void aQuestionPostedOverHttpIsAnsweredByADnsMessage() throws Exception {
    // An ID of 0 lets HTTP caches recognise equal questions (RFC 8484 section 4.1).
    byte[] query = MessageCodec.encode(Message.query(QUESTION).id(0).recursionDesired().build());
    server.stubFor(
        post("/dns-query")
            .withHeader("Content-Type", equalTo(MEDIA_TYPE))
            .withRequestBody(binaryEqualTo(query))
            .willReturn(aResponse().withHeader("Content-Type", MEDIA_TYPE).withBody(REPLY)));

    HttpResponse<byte[]> response = send(query);

    assertThat(response.statusCode()).isEqualTo(200);
    Message reply = MessageCodec.decode(response.body());
    assertThat(reply.question()).contains(QUESTION);
    assertThat(reply.answers()).singleElement().satisfies(DnsOverHttpsTest::isTheAddress);
  }

  private static void isTheAddress(ResourceRecord record) {
    assertThat(record.data()).hasToString("2001:db8:abcd:12:1:2:3:4");
    assertThat(record.ttl()).isEqualTo(3709);
  }

  private HttpResponse<byte[]> send(byte[] query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/dns-query"))
            .header("Content-Type", MEDIA_TYPE)
            .header("Accept", MEDIA_TYPE)
            .POST(BodyPublishers.ofByteArray(query))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray());
    }
  }
}
