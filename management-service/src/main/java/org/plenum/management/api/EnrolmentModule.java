package org.plenum.management.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Access;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.model.access.Permission;
import org.plenum.model.enrolment.ConsoleEnrolmentRequest;
import org.plenum.model.enrolment.ConsoleEnrolmentResponse;
import org.plenum.model.enrolment.EnrolmentException;
import org.plenum.model.enrolment.EnrolmentRequest;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.PkiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How nodes and consoles get their platform certificates (INST-161 to INST-163). A node shows the
 * one-time secret of its document, 256 random bits, instead of a log-in; a console shows an
 * administrator's.
 */
public final class EnrolmentModule implements RestModule {

  private static final String BASE = "/api/enrolment/v1/";
  private static final Logger log = LoggerFactory.getLogger(EnrolmentModule.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NodeEnrolment nodes;
  private final ConsoleEnrolment consoles;
  private final IntSupplier consolePort;
  private final String platformName;

  /**
   * @param consolePort where consoles go on over gRPC
   * @param platformName shown in their title
   */
  public EnrolmentModule(
      NodeEnrolment nodes,
      ConsoleEnrolment consoles,
      IntSupplier consolePort,
      String platformName) {
    this.nodes = nodes;
    this.consoles = consoles;
    this.consolePort = consolePort;
    this.platformName = platformName;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.forEverybody(BASE + "node/", Map.of(RestMethod.POST, this::enrolNode)),
        RestPath.of(
            BASE + "node/{id}/document/",
            Rule.needs(Permission.MAY_RUN_UTILITIES),
            Map.of(RestMethod.POST, this::createDocument)),
        new RestPath(
            BASE + "console/",
            new Access.Accounts(Permission.MAY_USE_WEB_INTERFACE, Rule.ANY),
            Map.of(RestMethod.POST, this::enrolConsole)));
  }

  private RestResponse enrolNode(RestRequest request) {
    EnrolmentRequest wanted = read(request, EnrolmentRequest.class);
    try {
      return RestResponse.ok(JSON.valueToTree(nodes.enrol(wanted)));
    } catch (EnrolmentException e) {
      log.warn("{} may not enrol: {}", request.address(), e.getMessage());
      throw RestException.of(403, String.valueOf(e.getMessage()));
    } catch (PkiException | IllegalArgumentException e) {
      throw RestException.of(400, String.valueOf(e.getMessage()));
    }
  }

  private RestResponse createDocument(RestRequest request) {
    NodeEnrolment.Document document =
        nodes.createDocument(request.id("id")).orElseThrow(RestException::notFound);
    log.info("{} took the configuration document {}", request.author(), document.fileName());
    return new RestResponse(
        200,
        "application/xml",
        document.content(),
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + document.fileName() + "\"",
            "Cache-Control",
            "no-store"));
  }

  private RestResponse enrolConsole(RestRequest request) {
    ConsoleEnrolmentRequest wanted = read(request, ConsoleEnrolmentRequest.class);
    try {
      List<X509Certificate> chain =
          consoles.enrol(
              CertificateRequest.parse(wanted.csrPem()), wanted.consoleName(), request.author());
      return RestResponse.ok(
          JSON.valueToTree(
              ConsoleEnrolmentResponse.of(chain, consolePort.getAsInt(), platformName)));
    } catch (PkiException e) {
      throw RestException.of(400, "csr_pem: " + e.getMessage());
    }
  }

  /** Reads a body; what is missing or malformed is named. */
  private static <T> T read(RestRequest request, Class<T> type) {
    try {
      return JSON.readValue(new String(request.body(), StandardCharsets.UTF_8), type);
    } catch (JsonMappingException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw RestException.of(
          400,
          cause instanceof JsonProcessingException json
              ? json.getOriginalMessage()
              : String.valueOf(cause.getMessage()));
    } catch (JsonProcessingException e) {
      throw RestException.of(400, "The body is not valid JSON: " + e.getOriginalMessage());
    }
  }
}
