/// Puts a file into the folder of downloads.
export function saveFile(name: string, contents: Blob): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(contents);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
}

export const jsonFile = (value: unknown) =>
    new Blob([JSON.stringify(value, null, 2)], {type: 'application/json'});
