// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.plain;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * A program as anybody writes one, which knows nothing of Leafward: fetches a page by the name of
 * its server, which it runs on loopback itself.
 */
public final class FetchPage {

  private FetchPage() {}

  /**
   * Prints status and text of the page.
   *
   * @param arguments the name of the server
   */
  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/page",
        exchange -> {
          byte[] page =
              ("page of " + exchange.getRequestHeaders().getFirst("Host"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      fetch("http://" + arguments[0] + ":" + server.getAddress().getPort() + "/page");
    } finally {
      server.stop(0);
    }
  }

  private static void fetch(String page) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(page)).build(),
                HttpResponse.BodyHandlers.ofString());
    System.out.println(response.statusCode() + " " + response.body().replaceAll(":[0-9]+", ""));
  }
}
