package org.plenum.media.video.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.Layout;
import org.plenum.media.conference.View;
import org.plenum.media.video.frame.VideoFrame;

/**
 * Draws one view on a canvas of one size: pictures in their places, placeholders where a picture
 * has not come yet, indicators on top. What does not move is painted once. One thread at a time.
 */
public final class Scene implements AutoCloseable {

  private static final int OPAQUE = 255;
  private static final Yuv BACKGROUND = Yuv.ofRgb(Palette.BACKGROUND);
  private static final Yuv TILE = Yuv.ofRgb(Palette.TILE);
  private static final RoundedCorner SQUARE = new RoundedCorner(0);
  private static final int OUTLINE = 2;

  private final View view;
  private final int width;
  private final int height;
  private final Optional<OverlayArtist> artist;
  private final Canvas canvas = new Canvas();
  private final RoundedCorner corner;
  private final RoundedCorner outlineCorner;
  private final List<Place> places = new ArrayList<>();
  private final List<Patch> indicators = new ArrayList<>();
  private final @Nullable Patch holdingScreen;

  private static final class Place {
    private final PixelRect area;
    private final boolean thumbnail;
    private final PixelRect outline;

    /** Painted when it is needed first: most places have a picture all the time. */
    private @Nullable Patch placeholder;

    private Place(LayoutGeometry.Slot slot, int canvasWidth, int canvasHeight) {
      area = slot.on(canvasWidth, canvasHeight);
      thumbnail = slot.kind() == LayoutGeometry.Kind.THUMBNAIL;
      outline =
          new PixelRect(
              area.x() - OUTLINE,
              area.y() - OUTLINE,
              area.width() + 2 * OUTLINE,
              area.height() + 2 * OUTLINE);
    }
  }

  /**
   * Prepares a scene.
   *
   * @param artist draws text and icons; without one they are left out
   */
  public Scene(View view, int width, int height, Optional<OverlayArtist> artist) {
    this.view = view;
    this.width = width;
    this.height = height;
    this.artist = artist;
    corner = new RoundedCorner(LayoutGeometry.cornerRadius(width));
    outlineCorner = new RoundedCorner(LayoutGeometry.cornerRadius(width) + OUTLINE);
    List<LayoutGeometry.Slot> slots = LayoutGeometry.of(view.layout()).slots();
    for (int i = 0; i < Math.min(slots.size(), view.shown().size()); i++) {
      places.add(new Place(slots.get(i), width, height));
    }
    holdingScreen =
        places.isEmpty()
            ? artist.map(a -> a.holdingScreen(width, height, HoldingScreen.of(view))).orElse(null)
            : null;
    artist.ifPresent(a -> addIndicators(a, slots));
  }

  private void addIndicators(OverlayArtist artist, List<LayoutGeometry.Slot> slots) {
    if (view.audioOnly() > 0) {
      indicators.add(artist.audioOnly(width, height, view.audioOnly()));
    }
    if (view.hidden() > 0) {
      indicators.add(
          view.layout() == Layout.ONE_MAIN_ZERO_PIPS
              ? artist.others(width, height, view.hidden())
              : artist.more(slots.getLast().on(width, height), view.hidden()));
    }
  }

  /** Number of places that take a picture. */
  public int places() {
    return places.size();
  }

  /** Where a place is. */
  public PixelRect area(int place) {
    return places.get(place).area;
  }

  /** True if the place is a thumbnail; its pictures must be drawable. */
  public boolean isThumbnail(int place) {
    return places.get(place).thumbnail;
  }

  /**
   * Draws everything.
   *
   * @param target drawable frame of the scene's size
   * @param pictures for each place a picture no larger than the place, or null
   * @param opacities for each place 0-255; used for thumbnails
   */
  public void draw(VideoFrame target, @Nullable VideoFrame[] pictures, int[] opacities) {
    if (places.isEmpty()) {
      drawHoldingScreen(target);
    }
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (place.thumbnail) {
        drawThumbnail(target, place, pictures[i], opacities[i]);
      } else {
        drawMain(target, place, pictures[i]);
      }
    }
    for (int i = 0; i < indicators.size(); i++) {
      canvas.draw(target, indicators.get(i));
    }
  }

  private void drawHoldingScreen(VideoFrame target) {
    if (holdingScreen == null) {
      canvas.fill(target, new PixelRect(0, 0, width, height), BACKGROUND);
    } else {
      canvas.draw(target, holdingScreen);
    }
  }

  private void drawMain(VideoFrame target, Place place, @Nullable VideoFrame picture) {
    PixelRect area = place.area;
    if (picture == null) {
      canvas.fill(target, area, BACKGROUND);
      drawPlaceholder(target, place);
      return;
    }
    boolean covers = picture.width() == area.width() && picture.height() == area.height();
    if (!covers) {
      canvas.fill(target, area, BACKGROUND);
    }
    canvas.copy(
        target,
        picture,
        inset(area.x(), area.width(), picture.width()),
        inset(area.y(), area.height(), picture.height()));
  }

  private void drawThumbnail(
      VideoFrame target, Place place, @Nullable VideoFrame picture, int opacity) {
    PixelRect area = place.area;
    canvas.fillRounded(target, place.outline, BACKGROUND, outlineCorner);
    if (picture == null) {
      canvas.fillRounded(target, area, TILE, corner);
      drawPlaceholder(target, place);
      return;
    }
    boolean covers = picture.width() == area.width() && picture.height() == area.height();
    if (!covers || opacity < OPAQUE) {
      canvas.fillRounded(target, area, TILE, corner);
    }
    canvas.drawRounded(
        target,
        picture,
        inset(area.x(), area.width(), picture.width()),
        inset(area.y(), area.height(), picture.height()),
        covers ? corner : SQUARE,
        opacity);
  }

  private void drawPlaceholder(VideoFrame target, Place place) {
    if (place.placeholder == null && artist.isPresent()) {
      place.placeholder = artist.get().placeholder(place.area);
    }
    if (place.placeholder != null) {
      canvas.draw(target, place.placeholder);
    }
  }

  /** Even coordinate at which a picture is in the middle of a place. */
  private static int inset(int start, int room, int length) {
    return start + (room - length) / 2 & ~1;
  }

  /** Frees native memory. */
  @Override
  public void close() {
    canvas.close();
  }
}
