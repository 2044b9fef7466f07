// A file that a person chose, as the workspace takes it.

export async function inBase64(file: File): Promise<string> {
  const reader = new FileReader();
  await new Promise((done, failed) => {
    reader.onload = done;
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });
  return String(reader.result).replace(/^data:[^,]*,/, "");
}
