package org.plenum.media.video.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.View;
import org.plenum.media.video.codec.EncoderFormat;

/**
 * The compositions and encoder groups of one conference, as few as the demands allow: one
 * composition per distinct view and size, one encoder per distinct composition and format.
 *
 * <p>When a view changes for most receivers of a composition, which is what a new speaker means,
 * the composition itself changes: its encoders go on without a key frame. Only receivers that part
 * from the others move to another encoder. Changed by one thread at a time; may be read by any.
 */
public final class CompositionSet implements AutoCloseable {

  private final SourceDirectory sources;
  private final VideoWorkshop workshop;
  private volatile long lateFrames;
  private final List<Composition> compositions = new CopyOnWriteArrayList<>();

  /** What one receiver is to be sent. */
  public record Demand(VideoSender sender, View view, EncoderFormat format) {}

  public CompositionSet(SourceDirectory sources, VideoWorkshop workshop) {
    this.sources = sources;
    this.workshop = workshop;
  }

  /** Composes a frame of every picture; a picture whose last frame is still in work is skipped. */
  public void frameDue(long nowNanos) {
    for (Composition composition : compositions) {
      boolean late = composition.isBusy();
      workshop.governor().frameDue(late, nowNanos);
      if (late) {
        lateFrames++;
      } else {
        composition.frameDue();
      }
    }
  }

  /** Endpoints came or went: every picture looks up its sources again. */
  public void refreshSources() {
    compositions.forEach(Composition::refreshSources);
  }

  /** Frames that were not composed in time. */
  public long lateFrames() {
    return lateFrames;
  }

  /** Number of distinct pictures now. */
  public int pictures() {
    return compositions.size();
  }

  /** Number of encoders now. */
  public int encoders() {
    return compositions.stream().mapToInt(composition -> composition.groups().size()).sum();
  }

  /** Serves exactly these demands from now on. */
  public void assign(List<Demand> demands) {
    for (Composition composition : compositions) {
      followMajority(composition, demands);
    }
    for (Demand demand : demands) {
      place(demand, demands);
    }
    prune();
  }

  /** Closes what nobody needs any more. */
  public void prune() {
    for (Composition composition : compositions) {
      List<EncoderGroup> unused = new ArrayList<>();
      for (EncoderGroup group : composition.groups()) {
        if (!group.prune()) {
          unused.add(group);
        }
      }
      composition.groups().removeAll(unused);
      unused.forEach(EncoderGroup::close);
      if (composition.groups().isEmpty()) {
        compositions.remove(composition);
        composition.close();
      }
    }
  }

  /** Closes everything. */
  @Override
  public void close() {
    compositions.forEach(Composition::close);
    compositions.clear();
  }

  private void followMajority(Composition composition, List<Demand> demands) {
    Map<View, Integer> votes = new HashMap<>();
    for (Demand demand : demands) {
      EncoderGroup followed = demand.sender.followed();
      if (followed != null
          && composition.groups().contains(followed)
          && composition.hasSize(demand.format.width(), demand.format.height())) {
        votes.merge(demand.view, 1, Integer::sum);
      }
    }
    View winner = composition.view();
    for (Map.Entry<View, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > votes.getOrDefault(winner, 0)) {
        winner = vote.getKey();
      }
    }
    // If another composition shows it already, receivers move there instead.
    if (compositions.stream().noneMatch(composition.twinShowing(winner))) {
      composition.show(winner);
    }
  }

  private void place(Demand demand, List<Demand> all) {
    Composition composition = compositionFor(demand);
    EncoderGroup group = groupFor(composition, demand, all);
    demand.sender.follow(group);
    group.join(demand.sender);
  }

  private Composition compositionFor(Demand demand) {
    int width = demand.format.width();
    int height = demand.format.height();
    for (Composition composition : compositions) {
      if (composition.matches(demand.view, width, height)) {
        return composition;
      }
    }
    Composition composition = new Composition(demand.view, width, height, sources, workshop);
    compositions.add(composition);
    return composition;
  }

  private EncoderGroup groupFor(Composition composition, Demand demand, List<Demand> all) {
    for (EncoderGroup group : composition.groups()) {
      if (group.format().equals(demand.format)) {
        return group;
      }
    }
    EncoderGroup followed = demand.sender.followed();
    if (followed != null && composition.groups().contains(followed) && isAlone(followed, all)) {
      followed.retarget(demand.format);
      return followed;
    }
    EncoderGroup group = new EncoderGroup(demand.format, workshop.workers(), workshop.ledger());
    composition.groups().add(group);
    return group;
  }

  private static boolean isAlone(@Nullable EncoderGroup group, List<Demand> all) {
    return all.stream().filter(demand -> demand.sender.followed() == group).count() == 1;
  }
}
