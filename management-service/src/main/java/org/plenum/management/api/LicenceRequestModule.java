package org.plenum.management.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.FileBody;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.access.Area;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.LicenceRequest;

/** A stored request as a file for the issuer: {@code licence_request/ID/request/} (SYS-261). */
public final class LicenceRequestModule implements RestModule {
  private static final String ID = "id";
  private static final String TAG = "licence_request";
  private static final String PATH = ResourceUri.BASE + TAG + "/{" + ID + "}/request/";

  /** Nothing can be put here; what is read was written by the platform. */
  private static final FileBody XML = new FileBody("application/xml", 0);

  private final ConfigurationStore store;

  /** Requests of a store. */
  public LicenceRequestModule(ConfigurationStore store) {
    this.store = store;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.ofFile(
            PATH, RestPath.Rule.in(Area.LICENCES), XML, Map.of(RestMethod.GET, this::download)));
  }

  @Override
  public void describe(ApiDescription api) {
    api.operation(
            RestMethod.GET, PATH, TAG, "get_document_" + TAG, "Reads the document for the issuer.")
        .path(ID, "integer", "Identifier of the stored request.")
        .answers(200, "The document.", XML, "Content-Disposition")
        .refuses(404);
  }

  private RestResponse download(RestRequest request) {
    LicenceRequest stored =
        store
            .read(reader -> reader.find(LicenceRequest.class, request.id(ID)))
            .map(Stored::value)
            .orElseThrow(RestException::notFound);
    byte[] content = stored.requestXml().getBytes(StandardCharsets.UTF_8);
    return new RestResponse(200, XML.mediaType(), content, Map.of())
        .with(
            "Content-Disposition",
            "attachment; filename=\"licence-request-%s.xml\"".formatted(stored.sequenceNumber()));
  }
}
