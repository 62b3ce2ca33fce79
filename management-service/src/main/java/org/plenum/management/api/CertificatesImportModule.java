package org.plenum.management.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plenum.management.certificate.CertificateImports;
import org.plenum.management.certificate.CertificatesRefusedException;
import org.plenum.management.certificate.ImportedCertificate;
import org.plenum.management.certificate.ImportedCertificate.Effect;
import org.plenum.management.certificate.PemFile;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.model.access.Area;
import org.plenum.model.config.Violations;

/** The command that imports certificates and their keys (SYS-282). */
public final class CertificatesImportModule implements RestModule {
  private static final String NAME = "certificates_import";
  private static final String PATH = CommandModule.BASE + "platform/" + NAME + "/";
  private static final String PASSPHRASE = "private_key_passphrase";
  private static final Set<String> FIELDS = Set.of(CertificateImports.BUNDLE, PASSPHRASE);

  private final CertificateImports imports;

  /** The command of these imports. */
  public CertificatesImportModule(CertificateImports imports) {
    this.imports = imports;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.of(PATH, Rule.in(Area.CERTIFICATES), Map.of(RestMethod.POST, this::run)));
  }

  @Override
  public void describe(ApiDescription api) {
    ObjectNode body = ApiDescription.objectSchema().put("additionalProperties", false);
    ObjectNode properties = body.putObject("properties");
    properties
        .putObject(CertificateImports.BUNDLE)
        .put("type", "string")
        .put("description", "PEM blocks one after another: certificates and private keys.");
    properties
        .putObject(PASSPHRASE)
        .put("type", "string")
        .put("default", "")
        .put("description", "Opens the private keys that are encrypted.");
    body.putArray("required").add(CertificateImports.BUNDLE);
    ObjectNode result = ApiDescription.objectSchema();
    ObjectNode lists = result.putObject("properties");
    lists.putObject("status").put("type", "string").put("const", "success");
    for (Effect effect : Effect.values()) {
      ObjectNode certificate =
          lists.putObject(name(effect)).put("type", "array").putObject("items");
      certificate.put("type", "object");
      ObjectNode fields = certificate.putObject("properties");
      List.of("resource_uri", "subject_name", "issuer_name")
          .forEach(field -> fields.putObject(field).put("type", "string"));
    }
    api.operation(
            RestMethod.POST,
            PATH,
            CommandModule.TAG,
            "command_platform_" + NAME,
            "Imports certificates: those with a private key as TLS certificates, the others as"
                + " trusted CA certificates. All or none.")
        .body(body)
        .answers(202, "What became of the certificates.", result)
        .refuses(400);
  }

  private RestResponse run(RestRequest request) {
    JsonNode body = request.json();
    require(body);
    try {
      return answer(
          imports.apply(
              request.author(),
              ChangeSource.REST,
              List.of(new PemFile("", body.path(CertificateImports.BUNDLE).asText())),
              body.path(PASSPHRASE).asText("")));
    } catch (CertificatesRefusedException e) {
      throw RestException.invalid(
          NAME, new Violations(Map.of(CertificateImports.BUNDLE, e.problems())));
    }
  }

  private static void require(JsonNode body) {
    Violations.Builder violations = new Violations.Builder();
    if (!body.path(CertificateImports.BUNDLE).isTextual()) {
      violations.add(CertificateImports.BUNDLE, "This field is required: a text.");
    }
    if (body.has(PASSPHRASE) && !body.path(PASSPHRASE).isTextual()) {
      violations.add(PASSPHRASE, "Enter a text.");
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                violations.add(name, "This field is not known.");
              }
            });
    if (!violations.isEmpty()) {
      throw RestException.invalid(NAME, violations.build());
    }
  }

  private static RestResponse answer(List<ImportedCertificate> imported) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("status", "success");
    for (Effect effect : Effect.values()) {
      root.putArray(name(effect));
    }
    for (ImportedCertificate certificate : imported) {
      root.withArrayProperty(name(certificate.effect()))
          .addObject()
          .put("resource_uri", certificate.uri())
          .put("subject_name", certificate.subject())
          .put("issuer_name", certificate.issuer());
    }
    return RestResponse.json(202, root);
  }

  private static String name(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }
}
