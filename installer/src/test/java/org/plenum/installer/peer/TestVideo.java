package org.plenum.installer.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Makes video files that endpoints send. */
public final class TestVideo {

  private TestVideo() {}

  /**
   * A picture of one colour with a small moving square, 640x360, 30 frames/s, two minutes.
   *
   * @param colour as ffmpeg names it, for example {@code 0xC02020}
   */
  public static Path ofColour(Path folder, String colour) throws Exception {
    Path file = folder.resolve("video-" + colour + ".avi").toAbsolutePath();
    Process ffmpeg =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=c=" + colour + ":s=640x360:r=30",
                "-f",
                "lavfi",
                "-i",
                "color=c=white:s=24x24:r=30",
                "-filter_complex",
                "[0][1]overlay=x='mod(n*4,616)':y=8",
                "-t",
                "120",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "mpeg4",
                "-q:v",
                "3",
                file.toString())
            .redirectErrorStream(true)
            .inheritIO()
            .start();
    assertThat(ffmpeg.waitFor()).as("ffmpeg").isZero();
    return file;
  }
}
