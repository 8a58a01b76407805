import '../styles/packages.css';

import {useQuery} from '@tanstack/react-query';
import {useEffect, useRef, useState} from 'react';

import {client, done} from '../api/client';
import {usePackageWords} from '../text/later';
import {Failure, Loading} from '../ui/states';
import {drawPage, openPdf, type Drawable} from './draw';

/// A PDF of a package as it is printed, page under page.
export default function Preview({id, file, title}: {id: string; file: string; title: string}) {
    const pdf = useQuery({
        queryKey: ['pdf', id, file],
        queryFn: async ({signal}) => {
            const {data, error, response} = await client.GET(
                '/v1/packages/{package}/files/{file}',
                {params: {path: {package: id, file}}, parseAs: 'arrayBuffer', signal},
            );
            await done(Promise.resolve({error, response}));
            return openPdf(data as unknown as ArrayBuffer);
        },
        staleTime: Infinity,
        gcTime: 0, // Nothing of it stays once it is not shown.
        structuralSharing: false,
    });
    if (pdf.isPending) {
        return <Loading />;
    }
    if (pdf.isError) {
        return <Failure error={pdf.error} again={pdf.refetch} />;
    }
    const pages = Array.from({length: pdf.data.numPages}, (_, place) => place + 1);
    return (
        <div className="preview">
            {pages.map((number) => (
                <PageOf
                    key={number}
                    pdf={pdf.data}
                    number={number}
                    of={pages.length}
                    title={title}
                />
            ))}
        </div>
    );
}

function PageOf(properties: {pdf: Drawable; number: number; of: number; title: string}) {
    const {pdf, number, of, title} = properties;
    const words = usePackageWords();
    const canvas = useRef<HTMLCanvasElement>(null);
    const [text, setText] = useState<string | null>(null);
    useEffect(() => {
        let gone = false;
        if (canvas.current) {
            drawPage(pdf, number, canvas.current).then(
                (said) => !gone && setText(said),
                () => !gone && setText(''),
            );
        }
        return () => {
            gone = true;
        };
    }, [pdf, number]);
    return (
        <figure aria-busy={text === null}>
            <div role="img" aria-label={`${title}, ${words.page(number, of)}. ${text ?? ''}`}>
                <canvas ref={canvas} />
            </div>
            <figcaption className="quiet">{words.page(number, of)}</figcaption>
        </figure>
    );
}
