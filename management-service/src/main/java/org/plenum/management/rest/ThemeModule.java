package org.plenum.management.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.plenum.management.advice.Advisor;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.theme.Themes;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.config.Violations;
import org.plenum.model.theme.ThemeException;
import org.plenum.model.theme.ThemePackage;

/**
 * The package of a theme: {@code ivr_theme/ID/package/} (SVX-318, SVX-323, SVX-328); with the names
 * of what ships with the product in place of the identifier, those files.
 */
public final class ThemeModule implements RestModule {
  private static final String ID = "id";
  private static final String PATH = ResourceUri.BASE + Themes.RESOURCE + "/{" + ID + "}/package/";
  private static final String BASE = shipped("base");
  private static final String GRAPHICS = shipped("graphics");
  private static final FileBody ZIP =
      new FileBody("application/zip", ThemePackage.MAX_ARCHIVE_BYTES);

  private final Themes themes;
  private final ConfigurationReads reads;
  private final ConfigurationWrites writes;

  /** Files of the themes of a store. */
  public ThemeModule(
      Themes themes, ConfigurationStore store, ChangeSets changeSets, Advisor advisor) {
    this.themes = themes;
    this.reads = new ConfigurationReads(store);
    this.writes =
        new ConfigurationWrites(
            store.catalog(), changeSets, new Procedures(List.of()), advisor, reads);
  }

  @Override
  public List<RestPath> paths() {
    // The first path that fits is taken.
    return List.of(
        shipped(BASE, Themes::baseTheme),
        shipped(GRAPHICS, Themes::graphics),
        RestPath.ofFile(
            PATH,
            RestPath.Rule.in(themes.type().area()),
            ZIP,
            Map.of(RestMethod.GET, this::download, RestMethod.PUT, this::upload)));
  }

  private static String shipped(String name) {
    return ResourceUri.BASE + Themes.RESOURCE + "/" + name + "/package/";
  }

  private RestPath shipped(String path, Supplier<Themes.Download> files) {
    return RestPath.ofFile(
        path,
        RestPath.Rule.in(themes.type().area()),
        ZIP,
        Map.of(RestMethod.GET, request -> answer(files.get())));
  }

  @Override
  public void describe(ApiDescription api) {
    String tag = Themes.RESOURCE;
    api.operation(
            RestMethod.GET, BASE, tag, "get_base_" + tag, "Reads the files of the Base theme.")
        .answers(200, "All files of a theme as a ZIP archive.", ZIP, "Content-Disposition");
    api.operation(
            RestMethod.GET,
            GRAPHICS,
            tag,
            "get_graphics_" + tag,
            "Reads graphics to lay over own backgrounds.")
        .answers(200, "Transparent pictures as a ZIP archive.", ZIP, "Content-Disposition");
    api.operation(RestMethod.GET, PATH, tag, "get_package_" + tag, "Reads the files of one theme.")
        .path(ID, "integer", "Identifier of the theme.")
        .answers(200, "The files as a ZIP archive.", ZIP, "Content-Disposition")
        .refuses(404);
    api.operation(
            RestMethod.PUT,
            PATH,
            tag,
            "replace_package_" + tag,
            "Replaces the files of one theme by those of a ZIP archive.")
        .path(ID, "integer", "Identifier of the theme.")
        .header("If-Match", "Entity tag of the theme as it was read.")
        .body(ZIP)
        .answers(202, "The theme as it is now.", ApiDescription.ref(tag), "ETag")
        .refuses(400, 404, 412, 413);
  }

  private RestResponse download(RestRequest request) {
    return answer(themes.download(request.id(ID)).orElseThrow(RestException::notFound));
  }

  private static RestResponse answer(Themes.Download file) {
    String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return new RestResponse(200, ZIP.mediaType(), file.content(), Map.of())
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + name);
  }

  private RestResponse upload(RestRequest request) {
    long id = request.id(ID);
    if (!themes.exists(id)) {
      throw RestException.notFound();
    }
    writes.apply(
        themes.type(),
        request,
        themes.replaceFiles(id, EntityTag.expected(request), parse(request.body())));
    return reads.find(themes.type(), id, 202, request);
  }

  private static ThemePackage parse(byte[] archive) {
    try {
      return ThemePackage.read(archive);
    } catch (ThemeException e) {
      throw RestException.invalid(
          Themes.RESOURCE, Violations.of(Themes.FILES, String.valueOf(e.getMessage())));
    }
  }
}
